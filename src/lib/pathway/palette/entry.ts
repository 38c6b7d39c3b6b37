/** Where the palette leads: a page, or the start of an act. */
export interface Entry {
	readonly href: string;
	readonly label: string;
	readonly kind: 'act' | 'page';
}
