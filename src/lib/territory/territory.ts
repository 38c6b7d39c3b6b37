export const territoryKinds = ['region', 'department', 'epci', 'living-area', 'set'] as const;
export type TerritoryKind = (typeof territoryKinds)[number];

/** A region, a département, an EPCI, a living area of INSEE or any set of communes, as it was in one year. */
export interface Territory {
	readonly kind: TerritoryKind;
	readonly code: string;
	readonly year: number;
	readonly name: string;
}

/** One commune in one territory of one year. */
export interface Membership {
	readonly kind: TerritoryKind;
	readonly code: string;
	readonly year: number;
	readonly communeCode: string;
}
