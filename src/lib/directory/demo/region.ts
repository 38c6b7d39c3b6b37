import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';
import { allocate } from './allocation.ts';
import { nameOrganisations } from './organisations.ts';
import { type DemoCommune, seatOrganisations } from './seats.ts';
import { writeServices } from './services.ts';
import { demoTerritories } from './territories.ts';
import { twinCount, twinsOf } from './twins.ts';

const organisationCount = 400;
const serviceCount = 1200;

export interface DemoRegion {
	readonly organisations: Organisation[];
	readonly services: Service[];
	readonly territories: { epciCode: string; label: string }[];
}

/**
 * Invented organisations and services in the real communes of `demoTerritories`: the same for the same seed,
 * date and communes. `today` is a calendar date, YYYY-MM-DD; communes elsewhere are left aside.
 */
export function demoRegion({
	seed,
	today,
	communes,
}: {
	seed: number;
	today: string;
	communes: readonly DemoCommune[];
}): DemoRegion {
	const codes = new Set(demoTerritories.map(({ epciCode }) => epciCode));
	const served = communes
		.filter(({ epciCode }) => codes.has(epciCode))
		.toSorted((a, b) => a.code.localeCompare(b.code, 'en'));
	const hosts = nameOrganisations(
		seed,
		today,
		seatOrganisations(seed, served, organisationCount - twinCount),
	);
	const given = allocate(seed, hosts, serviceCount - twinCount);
	const told = {
		organisations: hosts.map(({ organisation }) => organisation),
		services: writeServices(seed, today, given, served),
	};
	const twins = twinsOf(told, today);
	return {
		organisations: [...told.organisations, ...twins.organisations],
		services: [...told.services, ...twins.services],
		territories: demoTerritories.map(({ epciCode, label }) => ({ epciCode, label })),
	};
}
