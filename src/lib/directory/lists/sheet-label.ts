/** A label in the person's language, French beside it; `french` is null on a French sheet. */
export interface ShownLabel {
	readonly text: string;
	readonly french: string | null;
}
