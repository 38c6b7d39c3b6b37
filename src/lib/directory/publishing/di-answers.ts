import { fitService, fitStructure } from '../formats/data-inclusion-fit.ts';
import { toService, toStructure } from '../formats/data-inclusion-write.ts';
import { qualityOf } from '../quality.ts';
import type { PublishedOrganisation, PublishedService } from './entry.ts';
import { redactOrganisation, redactService } from './redact.ts';

/** An organisation as data·inclusion v1 tells it, valid, through the gate. */
export const tellStructure = (given: PublishedOrganisation) =>
	fitStructure(toStructure(redactOrganisation(given)));

/** The same for a service, alone. */
export const tellService = (given: PublishedService) => fitService(toService(redactService(given)));

/** With its score. `today`: calendar date, YYYY-MM-DD. */
export const tellScoredService = (given: PublishedService, today: string) => ({
	...tellService(given),
	score_qualite: scoreOf(given, today),
});

export const tellDetailedService = (given: PublishedService, today: string) => ({
	...tellScoredService(given, today),
	structure: tellStructure(given.organisation),
});

/** With its score, the mean of its services' (0 without any), and the entries that became one with it. */
export const tellListedStructure = (
	given: PublishedOrganisation,
	services: readonly PublishedService[],
	today: string,
) => ({
	...tellStructure(given),
	score_qualite: rounded(mean(services.map((service) => scoreOf(service, today)))),
	doublons: given.sameAs.map(({ source, sourceId }) => ({ source, id: sourceId })),
});

export const tellDetailedStructure = (
	given: PublishedOrganisation,
	services: readonly PublishedService[],
	today: string,
) => ({
	...tellListedStructure(given, services, today),
	services: services.map((service) => tellScoredService(service, today)),
});

/** data·inclusion's score, from 0 to 1, to four decimals. */
export function scoreOf(given: PublishedService, today: string): number {
	const service = redactService(given);
	return rounded(qualityOf(service, service.organisation, today).score);
}

const mean = (scores: readonly number[]): number =>
	scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;
