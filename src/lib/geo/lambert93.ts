/** A point on the ground, WGS 84 degrees. */
interface Degrees {
	readonly longitude: number;
	readonly latitude: number;
}

// Lambert-93 (EPSG 2154), a conic projection of the GRS 80 ellipsoid: IGN's constants
const eccentricity = 0.0818191910428158;
const exponent = 0.725607765053267;
const radius = 11_754_255.4261;
const pole = { x: 700_000, y: 12_655_612.0499 };
const middleLongitude = 3;

/** The point whose Lambert-93 coordinates are X and Y, in metres, to the decimetre. */
export function fromLambert93(x: number, y: number): Degrees {
	const [dx, dy] = [x - pole.x, pole.y - y];
	const isometric = -Math.log(Math.hypot(dx, dy) / radius) / exponent;
	return {
		longitude: middleLongitude + degrees(Math.atan2(dx, dy) / exponent),
		latitude: degrees(latitudeOf(isometric)),
	};
}

/** A latitude from its isometric one, nearer at each turn. */
function latitudeOf(isometric: number): number {
	let latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
	for (let turn = 0; turn < 8; turn++) {
		const sine = eccentricity * Math.sin(latitude);
		const stretch = ((1 + sine) / (1 - sine)) ** (eccentricity / 2);
		latitude = 2 * Math.atan(stretch * Math.exp(isometric)) - Math.PI / 2;
	}
	return latitude;
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
