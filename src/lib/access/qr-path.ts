import { encode } from 'uqr';

/** A QR code as one SVG path, a unit a square, and the side of its square (margin of four units included). */
export function qrPath(text: string): { d: string; side: number } {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
	return { d: squares.join(''), side: size };
}
