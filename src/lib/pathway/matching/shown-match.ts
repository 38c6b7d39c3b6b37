import type { FoundEmployer } from '#lib/directory/employers/server/find-employers.ts';
import type { Help } from '#lib/directory/search/help.ts';
import type { Reason } from '#lib/directory/search/reasons.ts';
import type { Hit } from '#lib/directory/search/search.ts';
import { showResult } from '#lib/directory/shown-result.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { employerScore, inOneList } from './match.ts';

/** One line of the list: a service, or an employer who offers immersions or jobs. */
export interface ShownMatch {
	readonly id: string;
	readonly kind: 'service' | 'employer';
	readonly name: string;
	readonly organisation: string | null;
	readonly commune: string | null;
	/** What it is, in a line. */
	readonly summary: string;
	/** Why it stands there, in one sentence. */
	readonly why: string;
	readonly open: boolean;
	readonly free: boolean;
	readonly toCheck: boolean;
	readonly fictional: boolean;
	readonly score: number;
}

export interface ShownMatches {
	readonly total: number;
	readonly near: readonly ShownMatch[];
	readonly remote: readonly ShownMatch[];
	readonly radiusKm: number;
	/** The radius that would give something, when this one gives nothing. */
	readonly widerKm: number | null;
}

export const mostMatches = 20;
const mostRemote = 5;

export function showMatches(
	{ found, filters, widerKm, at }: Help,
	employers: { readonly total: number; readonly employers: readonly FoundEmployer[] },
): ShownMatches {
	const services = found.results.map((hit) => showService(hit, at));
	const jobs = employers.employers.map((each) => showJob(each, filters.radiusKm));
	return {
		total: found.total + found.remoteTotal + employers.total,
		near: inOneList(services, jobs, mostMatches),
		remote: found.remote.slice(0, mostRemote).map((hit) => showService(hit, at)),
		radiusKm: filters.radiusKm,
		widerKm,
	};
}

function showService(hit: Hit, at: Date): ShownMatch {
	const { id, name, organisation, commune, summary, open, free, toCheck, fictional } = showResult(hit, at);
	return {
		...{ id, name, organisation, commune, summary, open, free, toCheck, fictional },
		kind: 'service',
		why: translate('matching.why', { why: hit.reasons.map(sayReason).join(', ') }),
		score: hit.score,
	};
}

function showJob({ id, name, commune, fictional, km, offers }: FoundEmployer, radiusKm: number): ShownMatch {
	const titles = offers.map(({ title }) => title);
	return {
		...{ id, name, commune, fictional, organisation: null },
		...{ open: false, free: false, toCheck: false },
		kind: 'employer',
		summary: titles.join(', '),
		why: translate('matching.why', { why: [sayKm(km), ...kindsOf(offers)].join(', ') }),
		score: employerScore(km, radiusKm),
	};
}

/** The worker reads for somebody else: « sa commune », never « votre commune ». */
const saidOfHer: Readonly<Record<string, TextKey>> = {
	'search.reason.commune': 'matching.reason-commune',
	'search.reason.comes': 'matching.reason-comes',
};
const sayReason = ({ key, values }: Reason): string => translate(saidOfHer[key] ?? key, { ...values });

const kindsOf = (offers: FoundEmployer['offers']): string[] =>
	[...new Set(offers.map(({ kind }) => kind))].map((kind) => translate(`matching.offers-${kind}`));

const sayKm = (km: number | null): string =>
	km === null
		? translate('matching.far-unknown')
		: translate('search.reason.km', { km: Math.max(1, Math.round(km)) });
