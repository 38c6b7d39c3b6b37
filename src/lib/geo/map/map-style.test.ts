import { expect, test } from 'vitest';
import { mapStyle } from './map-style.ts';

const colours = { sea: '#aaddcc', land: '#f1e7d6', coast: '#85725f', ground: '#d9a679', circle: '#14594a' };
const backdrop = {
	land: { type: 'MultiPolygon' as const, coordinates: [] },
	communes: [{ name: 'Lens', longitude: 2.83, latitude: 50.43, population: 32_000 }],
};

test('the style asks nothing of the network: no tiles, no letters, no images', () => {
	const style = mapStyle(backdrop, colours, { center: { latitude: 50.4, longitude: 2.8 }, radiusKm: 10 });
	expect(style).not.toHaveProperty('glyphs');
	expect(style).not.toHaveProperty('sprite');
	expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//);
	expect(Object.values(style.sources).map(({ type }) => type)).toEqual(['geojson', 'geojson', 'geojson']);
});

test('without a radius there is no circle to draw', () => {
	expect(mapStyle(backdrop, colours).sources.circle).toMatchObject({ data: { features: [] } });
});
