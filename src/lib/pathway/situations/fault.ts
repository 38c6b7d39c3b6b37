import type { TextKey } from '#lib/texts/catalogue.ts';
import type { SituationField } from './field.ts';

/** What keeps a line out, in a sentence that says what to correct; the field it is about, if it is about one. */
export interface Fault {
	readonly field: SituationField | null;
	readonly reason: TextKey;
	readonly values?: Readonly<Record<string, string | number>>;
}
