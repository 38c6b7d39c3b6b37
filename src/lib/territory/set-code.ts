import { searchName } from './search-name.ts';

/** The code of a set of communes, from its name: what its address ends with. Never the code of a commune. */
export const setCode = (name: string): string =>
	`ensemble-${searchName(name).replaceAll(' ', '-')}`.slice(0, 60).replace(/-+$/, '');

/** Whether an address's last part names a set rather than a commune. */
export const isSetCode = (code: string): boolean => /^[a-z][a-z0-9-]{1,59}$/.test(code);
