import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outline } from './crop.ts';
import { mapScene } from './scene.ts';
import { landIn } from './server/land.ts';

const none = { width: 400, height: 400, points: [], communes: [], land: landIn };
const place = (longitude: number, latitude: number, number = 1) => ({
	id: `s${number}`,
	label: `Lieu ${number}`,
	longitude,
	latitude,
	number,
	approximate: false,
});
const towns = [
	{ name: 'Nantes', longitude: -1.5536, latitude: 47.2184, population: 323_000 },
	{ name: 'Orvault', longitude: -1.6228, latitude: 47.2717, population: 27_000 },
	{ name: 'Lille', longitude: 3.06, latitude: 50.63, population: 236_000 },
];

/** Share of the frame that is land, by a grid of points: a ring turned inside out would drown it. */
function landShare(longitude: number, latitude: number, radiusKm: number): number {
	const { land, width, height } = mapScene({ ...none, center: { longitude, latitude }, radiusKm });
	const rings = land.split('M').filter(Boolean).map(readRing);
	const grid = Array.from(
		{ length: 400 },
		(_, at) => [((at % 20) + 0.5) * (width / 20), (Math.floor(at / 20) + 0.5) * (height / 20)] as const,
	);
	return (
		grid.filter((at) => rings.filter((ring) => surrounds(ring, at)).length % 2 === 1).length / grid.length
	);
}

function readRing(path: string): [number, number][] {
	const steps = (path.match(/-?[\d.]+/g) ?? []).map(Number);
	const ring: [number, number][] = [];
	for (let at = 0; at + 1 < steps.length; at += 2) {
		const [x, y] = ring.at(-1) ?? [0, 0];
		ring.push([x + steps[at]!, y + steps[at + 1]!]);
	}
	return ring;
}

const surrounds = (ring: [number, number][], [x, y]: readonly [number, number]): boolean =>
	ring.reduce((inside, [x1, y1], at) => {
		const [x2, y2] = ring.at(at - 1)!;
		return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
	}, false);

test.each([
	['Clermont-Ferrand, inland', 3.08, 45.78, 30, 1, 1],
	['Brest, between sea and land', -4.49, 48.39, 30, 0.35, 0.75],
	['La Réunion', 55.5, -21.1, 60, 0.1, 0.4],
	['Guyane', -52.3, 4.9, 50, 0.4, 0.8],
	['Mayotte', 45.15, -12.8, 40, 0.02, 0.2],
	['Saint-Martin', -63.06, 18.07, 15, 0.03, 0.3],
	['Saint-Pierre', -56.18, 46.78, 10, 0.02, 0.2],
	['Wallis', -176.2, -13.28, 20, 0.01, 0.2],
	['the open Atlantic', -30, 40, 50, 0, 0],
])('land and sea are where they should be: %s', (_, longitude, latitude, radius, least, most) => {
	const share = landShare(longitude, latitude, radius);
	expect(share).toBeGreaterThanOrEqual(least);
	expect(share).toBeLessThanOrEqual(most);
});

test('numbered pins, the radius, the towns of the view and a scale', () => {
	const scene = mapScene({
		...none,
		center: towns[0],
		radiusKm: 20,
		points: [place(-1.6, 47.3, 1), place(-1.4, 47.15, 2)],
		communes: towns,
	});
	expect(scene.pins.map(({ text }) => text)).toEqual(['1', '2']);
	expect(scene.labels.map(({ text }) => text)).toEqual(['Nantes', 'Orvault']);
	expect(Math.hypot(scene.center!.x - 200, scene.center!.y - 200)).toBeLessThan(1);
	expect(scene.circle).toMatch(/^M.*z$/);
	expect(scene.scale.km).toBe(10);
});

test('no point, one point, all at the same place: a map all the same', () => {
	expect(mapScene(none)).toMatchObject({ pins: [], center: null, radiusKm: null, circle: '' });
	expect(mapScene({ ...none, points: [place(1.87, 46.17)] }).pins).toMatchObject([{ x: 200, text: '1' }]);
	const together = mapScene({ ...none, points: [1, 2, 3].map((number) => place(1.87, 46.17, number)) });
	expect(together.pins.map(({ text }) => text)).toEqual(['1+']);
	const across = mapScene({ ...none, points: [place(179.9, -16), place(-179.9, -16, 2)] }).pins;
	expect(across.map(({ x }) => Math.round(x))).toEqual([34, 366]);
});

test('a view of the whole world still draws', () => {
	const scene = mapScene({ ...none, points: [place(2.35, 48.85), place(55.5, -21), place(-176, -13, 3)] });
	expect(scene.land.length).toBeGreaterThan(5000);
	expect(scene.pins).toHaveLength(3);
});

test('land is what an odd number of outlines surround', () => {
	const square = (reach: number) =>
		outline([
			[-reach, 45 - reach],
			[reach, 45 - reach],
			[reach, 45 + reach],
			[-reach, 45 + reach],
		]);
	const lake = mapScene({
		...none,
		center: { longitude: 0, latitude: 45 },
		radiusKm: 50,
		land: () => [square(2), square(0.2)],
	});
	expect(lake.land.match(/M/g)).toHaveLength(2);
});

test('places anywhere on Earth: every pin is in the frame, nothing drawn is not a number', () => {
	const anywhere = fc.tuple(
		fc.double({ min: -180, max: 180, noNaN: true }),
		fc.double({ min: -85, max: 85, noNaN: true }),
	);
	const around = fc.option(fc.double({ min: 1, max: 200, noNaN: true }), { nil: undefined });
	fc.assert(
		fc.property(fc.array(anywhere, { minLength: 1, maxLength: 6 }), around, (places, radiusKm) => {
			const points = places.map(([longitude, latitude], at) => place(longitude, latitude, at + 1));
			const scene = mapScene({
				...none,
				points,
				center: radiusKm ? points[0] : undefined,
				radiusKm,
				communes: towns,
			});
			expect(scene.count).toBe(places.length);
			for (const { x, y } of scene.pins) {
				expect(x >= 0 && x <= scene.width).toBe(true);
				expect(y >= 0 && y <= scene.height).toBe(true);
			}
			expect(scene.scale.length).toBeGreaterThan(0);
			expect(scene.land + scene.circle + scene.grounds).not.toMatch(/NaN|Infinity|undefined/);
		}),
		{ numRuns: 40 },
	);
});

test('a kept ground is drawn once, and never for another window', () => {
	let asked = 0;
	const land = (bounds: Parameters<typeof landIn>[0]) => {
		asked += 1;
		return landIn(bounds);
	};
	const near = { ...none, communes: towns, land, center: { longitude: -1.5, latitude: 47.2 }, radiusKm: 20 };
	const kept = new Map();
	const scenes = [near, { ...near, points: [place(-1.51, 47.21)] }, { ...near, radiusKm: 50 }];
	expect(scenes.map((scene) => mapScene({ ...scene, kept }))).toEqual(scenes.map((scene) => mapScene(scene)));
	expect(asked).toBe(2 + scenes.length);
});
