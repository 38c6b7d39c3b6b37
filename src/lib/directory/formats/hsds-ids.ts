import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Stop } from '../service.ts';

/** The root of every id that this profile derives: changing it changes them all. */
const namespace = 'b1d0b6c2-6a0f-4c58-9f0e-6d7c5a8e21f4';

/** A UUID of version 5 (RFC 9562, 5.5): the same words, the same id, in every installation. */
export function idOf(...words: readonly string[]): string {
	const digest = sha1(new Uint8Array([...bytesOf(namespace), ...utf8ToBytes(words.join('\n'))])).slice(0, 16);
	digest[6] = (digest[6]! & 0x0f) | 0x50;
	digest[8] = (digest[8]! & 0x3f) | 0x80;
	return asUuid(bytesToHex(digest));
}

/**
 * The id of a service at its place, or at one of its stops: a UUID of version 8 made of the service's own and, in its
 * last four bytes, of what tells the stop. The service is found again from it without any table.
 */
export function serviceAtLocationId(serviceId: string, stop: Stop | null): string {
	const bytes = bytesOf(serviceId);
	bytes[6] = (bytes[6]! & 0x0f) | 0x80;
	bytes.set(stop ? stopDigest(stop) : [0, 0, 0, 0], 12);
	return asUuid(bytesToHex(bytes));
}

const stopDigest = (stop: Stop): Uint8Array => {
	const { name, address, communeCode, longitude, latitude, openingHours, dates } = stop;
	const words = [name, address, communeCode, longitude, latitude, openingHours, ...dates];
	return sha1(utf8ToBytes(JSON.stringify(words))).slice(0, 4);
};

/** The first and the last id that the service of a service_at_location can have; nothing for another kind of id. */
export function serviceIdsBehind(id: string): readonly [string, string] | undefined {
	const bytes = bytesOf(id);
	if (bytes.length !== 16 || bytes[6]! >> 4 !== 8) return undefined;
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	const withEnd = (byte: number) => {
		bytes.fill(byte, 12);
		return asUuid(bytesToHex(bytes));
	};
	return [withEnd(0x00), withEnd(0xff)];
}

const bytesOf = (uuid: string): Uint8Array => hexToBytes(uuid.replaceAll('-', ''));

const asUuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
