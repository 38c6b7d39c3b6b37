import type { TextKey } from '../../texts/catalogue.ts';

/** Reports progress: a key of the texts and its values. */
export type Say = (key: TextKey, values?: Record<string, string | number>) => void;
