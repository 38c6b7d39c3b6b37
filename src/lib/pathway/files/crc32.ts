const table = Uint32Array.from({ length: 256 }, (_, start) => {
	let value = start;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

/** The check of PNG's chunks (ISO 3309, reflected polynomial 0xEDB88320), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
	let check = 0xffffffff;
	for (const byte of bytes) check = (table[(check ^ byte) & 0xff] ?? 0) ^ (check >>> 8);
	return (check ^ 0xffffffff) >>> 0;
}
