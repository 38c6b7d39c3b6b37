import type { Work } from '#lib/server/act.ts';
import { mapped, pagesOf } from '../../publishing/server/pages.ts';
import { readOrganisations } from '../../publishing/server/read-organisations.ts';
import { readServices } from '../../publishing/server/read-services.ts';
import type { Wanted } from '../../publishing/server/wanted.ts';
import { licence } from '../export-format.ts';
import { serviceFeature, structureFeature } from '../geojson.ts';
import { bytes, jsonList } from './json-pieces.ts';

/** GeoJSON of organisations, of services, or of both: of all of them, unless some only are wanted. */
export async function* exportGeojson(
	work: Work,
	{ structures, services }: { readonly structures?: Wanted; readonly services?: Wanted },
): AsyncGenerator<Uint8Array> {
	yield bytes(`{"type":"FeatureCollection","licence":${JSON.stringify(licence.name)},"features":[`);
	yield* jsonList(features(work, structures, services));
	yield bytes(']}\n');
}

async function* features(work: Work, structures?: Wanted, services?: Wanted) {
	if (structures)
		yield* mapped(pagesOf(work, readOrganisations, structures), (page) => page.map(structureFeature));
	if (services) yield* mapped(pagesOf(work, readServices, services), (page) => page.map(serviceFeature));
}
