import type { CommuneChoice } from '../lib/directory/search/help.ts';
import { departmentOf } from '../lib/territory/commune.ts';
import { translate } from '../lib/texts/translator.ts';

/** The lines that say which commune a search starts from when several are meant, and how to choose another. */
export function homonymLines(typed: string, homonyms: readonly CommuneChoice[]): string[] {
	const [first, second] = homonyms;
	if (!first || !second) return [];
	return [
		translate('cli.search.ambiguous', { value: typed }),
		...homonyms.map(({ code, name, department }) =>
			translate('cli.search.homonym', { code, name, department }),
		),
		translate('cli.search.first-homonym', { name: first.name, department: first.department }),
		translate('cli.search.choose-homonym', {
			code: second.code,
			name: second.name,
			department: departmentOf(second.code),
		}),
		'',
	];
}
