/**
 * A key as a whole number under 2^53, kept by millions where strings would not fit: two FNV-1a hashes of 26 and 27 bits
 * with different seeds. Two keys meet by chance about once in 10^16: a pair looked at for nothing.
 */
export function keyHash(key: string): number {
	let [high, low] = [0x811c9dc5, 0x9747b28c];
	for (let i = 0; i < key.length; i++) {
		const code = key.charCodeAt(i);
		high = Math.imul(high ^ code, 0x01000193);
		low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
	}
	return (high >>> 6) * 2 ** 27 + (low >>> 5);
}
