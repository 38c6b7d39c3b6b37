import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Named, placeLabels } from './labels.ts';

const frame = { left: 0, top: 0, right: 400, bottom: 400 };
const named = (name: string, x: number, y: number): Named => ({ name, at: [x, y], size: 12, reach: 2 });
const names = (labels: { text: string }[]) => labels.map(({ text }) => text);

test('the first come are written; what would hide them goes elsewhere, or nowhere', () => {
	const labels = placeLabels([named('Lens', 200, 200), named('Liévin', 190, 202)], frame, [], 10);
	expect(labels.map(({ text, anchor }) => [text, anchor])).toEqual([
		['Lens', 'start'],
		['Liévin', 'end'],
	]);
	const crowd = Array.from({ length: 9 }, (_, index) => named(`Commune ${index}`, 200, 200 + index));
	expect(placeLabels(crowd, frame, [], 10).length).toBeLessThan(5);
});

test('a name stays inside the frame and is written once', () => {
	expect(placeLabels([named('Boulogne-sur-Mer', 399, 200)], frame, [], 10)[0]?.anchor).toBe('end');
	expect(names(placeLabels([named('Lens', 50, 50), named('Lens', 50, 300)], frame, [], 10))).toEqual([
		'Lens',
	]);
	expect(placeLabels([named('Lens', 50, 50)], frame, [frame], 10)).toEqual([]);
});

test('never more names than asked, whatever the places', () => {
	const place = fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(400), fc.nat(400));
	fc.assert(
		fc.property(fc.array(place, { maxLength: 30 }), fc.nat(12), (places, most) => {
			const labels = placeLabels(
				places.map((each) => named(...each)),
				frame,
				[],
				most,
			);
			expect(labels.length).toBeLessThanOrEqual(most);
		}),
	);
});
