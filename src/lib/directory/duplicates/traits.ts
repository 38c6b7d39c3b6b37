import { spellOut } from './name-words.ts';
import type { Reason } from './reasons.ts';

/** What a name says that makes two entries two, however close all the rest. */
export interface Traits {
	/** A bus, a round: beside the fixed place of the same name. */
	readonly isMobile: boolean;
	/** A town hall, a community of communes: beside the places it runs, often at its own address. */
	readonly isAuthority: boolean;
	readonly isAnnex: boolean;
	/** It says that it is a « France services » place: the State gives that label to one place, never to two under a roof. */
	readonly isLabelled: boolean;
	readonly numbers: readonly string[];
	/** Kinds of employers of the inclusion sector: one association often runs several, told apart. */
	readonly employerKinds: readonly string[];
}

const mobile = ['bus', 'itinerant', 'itinerante', 'itinerance', 'mobile', 'camion'];
const annex = ['annexe'];
const employers = ['aci', 'ai', 'ei', 'eiti', 'etti', 'ea', 'eatt', 'esat', 'geiq'];

export function traitsOf(name: string): Traits {
	const words = spellOut(name);
	const has = (...wanted: string[]) => wanted.every((word) => words.includes(word));
	const isLabelled = has('france', 'service');
	return {
		isMobile: mobile.some((word) => has(word)),
		isAuthority: !isLabelled && (has('commune') || has('conseil', 'departemental') || has('metropole')),
		isLabelled: isLabelled && !has('conseiller'),
		isAnnex: annex.some((word) => has(word)),
		numbers: words.filter((word) => /\d/.test(word)),
		employerKinds: words.filter((word) => employers.includes(word)),
	};
}

export function traitReasons(one: Traits, other: Traits): Reason[] {
	const reasons: Reason[] = [];
	if (one.isMobile !== other.isMobile) reasons.push({ kind: 'one-mobile', points: -25 });
	if (one.isAuthority !== other.isAuthority) reasons.push({ kind: 'one-authority', points: -20 });
	if (one.isAnnex !== other.isAnnex) reasons.push({ kind: 'one-annex', points: -15 });
	if (differ(one.numbers, other.numbers)) reasons.push({ kind: 'other-numbers', points: -20 });
	if (differ(one.employerKinds, other.employerKinds))
		reasons.push({ kind: 'other-employer-kind', points: -20 });
	return reasons;
}

/** Both say some, and not the same. */
const differ = (one: readonly string[], other: readonly string[]) =>
	one.length > 0 && other.length > 0 && one.toSorted().join(' ') !== other.toSorted().join(' ');
