/** Whether these bytes stand at a place of a file. */
export const standsAt = (bytes: Uint8Array, place: number, signs: readonly number[] | string): boolean =>
	[...signs].every(
		(sign, rank) => bytes[place + rank] === (typeof sign === 'string' ? sign.charCodeAt(0) : sign),
	);

export const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Parts one after the other, in fresh bytes. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let place = 0;
	for (const part of parts) {
		whole.set(part, place);
		place += part.length;
	}
	return whole;
}
