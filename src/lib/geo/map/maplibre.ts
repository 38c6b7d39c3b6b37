import type { Map as LiveMap, LngLatBoundsLike, StyleSpecification } from 'maplibre-gl';
import { translate } from '../../texts/translator.ts';

/** Fetches the library, its worker and its styles, from this very server, and opens a map. Browser only. */
export async function openLiveMap(
	container: HTMLElement,
	style: StyleSpecification,
	bounds: LngLatBoundsLike,
): Promise<LiveMap> {
	const [library, worker] = await Promise.all([
		import('maplibre-gl'),
		import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'),
		import('maplibre-gl/dist/maplibre-gl.css'),
	]);
	library.setWorkerUrl(worker.default);
	const map = new library.Map({
		container,
		style,
		bounds,
		attributionControl: false,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		renderWorldCopies: true,
		minZoom: 2,
		maxZoom: 15,
		locale: { 'Map.Title': translate('map.interactive') },
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	return map;
}

/** Any colour of the page, mixed ones included, as `#rrggbb`. */
export function hexColour(colour: string): string {
	const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	if (!brush) return '#888888';
	brush.fillStyle = colour;
	brush.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
	return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
