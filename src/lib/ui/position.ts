export interface CoarsePosition {
	readonly lat: string;
	readonly lon: string;
}

/**
 * A position as it may travel in an address: three decimals, about a hundred metres, so a street but never a door.
 * Takes degrees.
 */
export const coarsePosition = (latitude: number, longitude: number): CoarsePosition => ({
	lat: latitude.toFixed(3),
	lon: longitude.toFixed(3),
});
