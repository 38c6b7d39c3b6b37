import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinName } from './pin-name.ts';
import { type MapPoint, pinSpacing, placePins } from './pins.ts';

const point = (number: number, x: number, y: number, approximate = false): MapPoint => ({
	id: `s${number}`,
	label: `Lieu ${number}`,
	longitude: x,
	latitude: y,
	number,
	approximate,
});
const flat = ({ longitude, latitude }: MapPoint) => [longitude, latitude] as const;

test('places apart have their own pin; places together share one, under the first number', () => {
	const pins = placePins([point(1, 0, 0), point(2, 100, 0), point(3, 10, 5), point(4, 0, 0)], flat);
	expect(pins.map(({ text, x }) => [text, x])).toEqual([
		['1+', 0],
		['2', 100],
	]);
	expect(pins[0]?.points.map(({ number }) => number)).toEqual([1, 3, 4]);
});

test('a pin is approximate only when nothing in it is exact', () => {
	const [mixed] = placePins([point(1, 0, 0, true), point(2, 1, 1)], flat);
	expect(mixed?.approximate).toBe(false);
	expect(placePins([point(1, 0, 0, true)], flat)[0]?.approximate).toBe(true);
});

test('a pin says in words what it stands for', () => {
	const names = placePins([point(1, 0, 0), point(2, 100, 0, true), point(3, 1, 1)], flat).map(pinName);
	expect(names).toEqual([
		'1 et 3\u00A0: 2 lieux au même endroit ou tout près. Lieu 1 et Lieu 3',
		'2\u00A0: Lieu 2, placé approximativement',
	]);
	expect(pinName(placePins([{ ...point(1, 0, 0), number: null }], flat)[0]!)).toBe('Lieu 1');
});

test('no place is lost, and no two pins touch', () => {
	const at = fc.integer({ min: 0, max: 300 });
	fc.assert(
		fc.property(fc.array(fc.tuple(at, at), { maxLength: 40 }), (places) => {
			const pins = placePins(
				places.map(([x, y], index) => point(index + 1, x, y)),
				flat,
			);
			const found = pins.flatMap((pin) => pin.points.map((each) => each.number!)).sort((a, b) => a - b);
			expect(found).toEqual(places.map((_, index) => index + 1));
			for (const [rank, a] of pins.entries())
				for (const b of pins.slice(rank + 1))
					expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(pinSpacing);
		}),
	);
});
