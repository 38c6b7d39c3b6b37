import type { PublishedService } from '../publishing/entry.ts';
import { redactService } from '../publishing/redact.ts';
import type { Stop } from '../service.ts';
import { idOf, serviceAtLocationId } from './hsds-ids.ts';
import { told } from './hsds-parts.ts';
import { locationOf } from './hsds-place.ts';
import { schedulesOf, schedulesOfStop } from './hsds-schedules.ts';
import type { HsdsLocation, HsdsServiceAtLocation } from './hsds-schema.ts';

/** Where a service is offered: at its place, then at each of its stops. */
export function toServiceAtLocations(given: PublishedService): HsdsServiceAtLocation[] {
	const service = redactService(given);
	const stops = new Map(service.stops.map((stop) => [serviceAtLocationId(service.id, stop), stop]));
	return [...atPlace(service), ...[...stops].map(([id, stop]) => atStop(service, id, stop))];
}

function atPlace(service: PublishedService): HsdsServiceAtLocation[] {
	const { id, place, placeId, region, confidential } = service;
	if (!place) return [];
	const locationId = confidential || !placeId ? idOf('location', id) : placeId;
	return [
		told<HsdsServiceAtLocation>({
			id: serviceAtLocationId(id, null),
			service_id: id,
			location_id: locationId,
			location: locationOf({ id: locationId, place, region, confidential }),
			schedules: schedulesOf(serviceAtLocationId(id, null), service.openingHours),
		}),
	];
}

function atStop(service: PublishedService, id: string, stop: Stop): HsdsServiceAtLocation {
	const location = locationOfStop(id, stop, service.region);
	return told<HsdsServiceAtLocation>({
		id,
		service_id: service.id,
		location_id: location.id,
		location,
		schedules: schedulesOfStop(id, stop),
		opening_hours: stop.openingHours,
		dates: [...stop.dates],
	});
}

function locationOfStop(owner: string, stop: Stop, region: string | null): HsdsLocation {
	const { name, address, communeCode, longitude, latitude } = stop;
	const place = {
		address,
		addressMore: null,
		postcode: null,
		communeName: null,
		inseeCode: communeCode,
		communeCode: null,
		longitude,
		latitude,
		position: 'given',
	} as const;
	const id = idOf('location', owner);
	return { ...locationOf({ id, place, region, confidential: false }), name };
}
