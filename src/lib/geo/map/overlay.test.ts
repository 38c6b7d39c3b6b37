import { expect, test } from 'vitest';
import { overlayOf } from './overlay.ts';

const size = { width: 400, height: 300 };
const at = (number: number, longitude: number, latitude: number) => ({
	id: `s${number}`,
	label: `Lieu ${number}`,
	longitude,
	latitude,
	number,
	approximate: false,
});
const communes = [
	{ name: 'Lens', longitude: 200, latitude: 150, population: 32_000 },
	{ name: 'Liévin', longitude: 900, latitude: 150, population: 30_000 },
];
const flat = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
	[longitude, latitude] as const;

test('what has left the window is neither pinned nor named', () => {
	const { pins, labels } = overlayOf(size, [at(1, 50, 50), at(2, 500, 50)], communes, flat);
	expect(pins.map(({ text }) => text)).toEqual(['1']);
	expect(labels.map(({ text }) => text)).toEqual(['Lens']);
});

test('a name keeps clear of the buttons over the map', () => {
	const busy = [{ left: 0, top: 0, right: 400, bottom: 300 }];
	expect(overlayOf(size, [], communes, flat, busy).labels).toEqual([]);
});
