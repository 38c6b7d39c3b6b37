/** Why none of the services proposed fits her: a fact of the territory, never a fault of hers. */
export const unmetReasons = [
	'nothing-near',
	'not-eligible',
	'no-place',
	'too-far',
	'too-dear',
	'not-wanted',
	'other',
] as const;
