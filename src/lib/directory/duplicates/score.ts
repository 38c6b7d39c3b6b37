import { distanceKm } from '#lib/geo/distance.ts';
import type { Compared, Contact } from './compared.ts';
import { likenessOf } from './likeness.ts';
import type { Reason } from './reasons.ts';
import { traitReasons } from './traits.ts';

/** From this score on, somebody is asked. */
export const proposedFrom = 60;
/** From this one on, hardly any doubt is left. */
export const nearlySureFrom = 85;

const branchMetres = 5000;
const closeNamePercent = 75;

export interface Score {
	/** Whole, from 0 to 100. */
	readonly score: number;
	/** The strongest first. */
	readonly reasons: readonly Reason[];
}

/**
 * How likely two entries tell the same thing, and why: points for and against, added. The weights were set on real
 * files, and `server/real-pairs.test.ts` holds what they must find and leave. Symmetric; an entry's id changes nothing.
 */
export function scorePair(one: Compared, other: Compared): Score {
	const reasons = (one.kind === 'service' ? serviceReasons : organisationReasons)(one, other);
	const sum = reasons.reduce((points, reason) => points + reason.points, 0);
	return {
		score: Math.max(0, Math.min(mostWith(reasons), Math.round(sum))),
		reasons: reasons.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)),
	};
}

/**
 * Neighbours share a roof, a switchboard, a site: without the name or the SIRET number, they stay neighbours. Branches
 * share all but the place: far apart, they stay branches. The services of one organisation share its door and its
 * telephone: only their names tell them alike.
 */
function mostWith(reasons: readonly Reason[]): number {
	const isNamed = reasons.some(isNaming(reasons.some(({ kind }) => kind === 'organisation')));
	const isBranch = reasons.some((reason) => reason.kind === 'far' && reason.metres > branchMetres);
	return isNamed && !isBranch ? 100 : proposedFrom - 5;
}

const isNaming = (ofOneOrganisation: boolean) => (reason: Reason) =>
	reason.kind === 'siret' ||
	reason.kind === 'label' ||
	(reason.kind === 'name' && reason.percent >= (ofOneOrganisation ? closeNamePercent : 0));

const organisationReasons = (one: Compared, other: Compared): Reason[] => [
	...siretReason(one, other),
	...nameReason(one, other, 50),
	...traitReasons(one.traits, other.traits),
	...placeReason(one, other),
	...labelReason(one, other),
	...contactReasons(one, other),
	...sourceReason(one, other),
];

const serviceReasons = (one: Compared, other: Compared): Reason[] => [
	...nameReason(one, other, 40),
	...traitReasons(one.traits, other.traits),
	...offeredByReason(one, other),
	...topicReason(one, other),
	...placeReason(one, other),
	...contactReasons(one, other),
	...sourceReason(one, other),
];

/** An establishment has one number (INSEE); the first nine digits are those of the legal person. */
function siretReason(one: Compared, other: Compared): Reason[] {
	if (one.siret === null || other.siret === null) return [];
	if (one.siret === other.siret) return [{ kind: 'siret', points: 40 }];
	const sameCompany = one.siret.slice(0, 9) === other.siret.slice(0, 9);
	return [sameCompany ? { kind: 'other-establishment', points: -5 } : { kind: 'other-siret', points: -12 }];
}

function nameReason(one: Compared, other: Compared, most: number): Reason[] {
	const { ratio, told } = likenessOf(one.words, other.words);
	if (ratio < 0.5) return ratio < 0.3 ? [{ kind: 'other-name', points: -4 }] : [];
	const points = most * ((ratio - 0.4) / 0.6) * (0.5 + 0.5 * told);
	return [{ kind: 'name', points, percent: Math.round(100 * ratio) }];
}

function placeReason(one: Compared, other: Compared): Reason[] {
	const sameCommune = one.communeCode !== null && one.communeCode === other.communeCode;
	if (sameCommune && one.street !== null && one.street === other.street)
		return [{ kind: 'address', points: 25 }];
	if (one.point && other.point) return [distanceReason(1000 * distanceKm(one.point, other.point))];
	if (one.communeCode === null || other.communeCode === null) return [];
	return [sameCommune ? { kind: 'commune', points: 12 } : { kind: 'other-commune', points: -25 }];
}

/** Two « France services » under one roof are one, whatever each network calls it. */
function labelReason(one: Compared, other: Compared): Reason[] {
	if (!one.traits.isLabelled || !other.traits.isLabelled) return [];
	const isHere = placeReason(one, other).some(({ kind }) => kind === 'address' || kind === 'near');
	return isHere ? [{ kind: 'label', points: 35 }] : [];
}

function distanceReason(metres: number): Reason {
	if (metres <= 500)
		return { kind: 'near', points: metres <= 60 ? 25 : metres <= 150 ? 18 : 8, metres: roundMetres(metres) };
	return {
		kind: 'far',
		points: metres > branchMetres ? -40 : metres > 1500 ? -20 : -5,
		metres: roundMetres(metres),
	};
}

const roundMetres = (metres: number) =>
	metres < 1000 ? 10 * Math.round(metres / 10) : 100 * Math.round(metres / 100);

const contactReasons = (one: Compared, other: Compared): Reason[] => [
	...contactReason('phone', one.phone, other.phone, 15),
	...contactReason('email', one.email, other.email, 15),
	...contactReason('site', one.site, other.site, 8),
];

/** A switchboard that many share says little of each. */
function contactReason(
	kind: 'phone' | 'email' | 'site',
	one: Contact | null,
	other: Contact | null,
	most: number,
): Reason[] {
	if (!one || !other || one.key !== other.key) return [];
	const sharedBy = Math.max(one.sharedBy, other.sharedBy);
	const points = sharedBy <= 4 ? most : sharedBy <= 10 ? most / 2 : most / 8;
	return [{ kind, points, sharedBy }];
}

/** A source seldom tells the same twice: its own entries need more. */
const sourceReason = (one: Compared, other: Compared): Reason[] =>
	one.source === other.source ? [{ kind: 'same-source', points: -15 }] : [];

function offeredByReason(one: Compared, other: Compared): Reason[] {
	if (one.organisationId === other.organisationId) return [{ kind: 'organisation', points: 18 }];
	if (one.siret !== null && one.siret === other.siret) return [{ kind: 'organisation', points: 18 }];
	const { ratio, told } = likenessOf(one.organisationWords, other.organisationWords);
	if (ratio < 0.5) return [{ kind: 'other-organisation', points: -30 }];
	return [{ kind: 'like-organisation', points: 15 * ratio * told, percent: Math.round(100 * ratio) }];
}

function topicReason(one: Compared, other: Compared): Reason[] {
	if (one.topics.length === 0 || other.topics.length === 0) return [];
	const common = one.topics.filter((topic) => other.topics.includes(topic)).length;
	const all = new Set([...one.topics, ...other.topics]).size;
	if (common === 0) return [{ kind: 'other-topics', points: -12 }];
	return [{ kind: 'topics', points: (15 * common) / all, common, all }];
}
