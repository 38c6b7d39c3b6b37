/** One answer among those a list, a group of boxes or of buttons offers. */
export interface Option {
	readonly value: string;
	readonly label: string;
	readonly hint?: string;
}
