import type { MapPoint } from '#lib/geo/map/pins.ts';
import { pageSize } from './address.ts';
import type { Help } from './help.ts';

type Numbered = Pick<Help, 'filters'> & { readonly found: Pick<Help['found'], 'results'> };

/** The results of the page that have a place, numbered as in the list. */
export const resultsPoints = ({ filters, found }: Numbered): MapPoint[] =>
	found.results.flatMap(({ entry }, index) =>
		entry.latitude === null || entry.longitude === null
			? []
			: [
					{
						id: entry.id,
						label: entry.name,
						longitude: entry.longitude,
						latitude: entry.latitude,
						number: (filters.page - 1) * pageSize + index + 1,
						approximate: entry.position !== 'given',
						href: `/services/${entry.id}`,
					},
				],
	);
