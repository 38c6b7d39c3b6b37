import type { MobilisationMode, Mobiliser, WelcomeMode } from '../service.ts';
import type { Access, Offer } from './bank.ts';
import type { Chance } from './chance.ts';
import { landline } from './contacts.ts';
import type { Host } from './organisations.ts';

export interface Reach {
	readonly welcome: readonly WelcomeMode[];
	readonly means: readonly MobilisationMode[];
	readonly mobilisableBy: readonly Mobiliser[];
	/** False when a professional must make the request. */
	readonly alone: boolean;
	readonly phone: string | null;
	readonly email: string | null;
}

/** How a service is reached, with nothing promised that it has not: no call without a number. */
export function reachService(offer: Offer, access: Access, host: Host, rank: number, chance: Chance): Reach {
	const { organisation } = host;
	const welcome = welcomeOf(offer, chance);
	const phone = chance.maybe(0.12) ? landline(1000 + rank) : chance.maybe(0.9) ? organisation.phone : null;
	const email = chance.maybe(0.85) ? organisation.email : null;
	const possible: Readonly<Record<MobilisationMode, boolean>> = {
		phone: phone !== null,
		email: email !== null,
		link: organisation.website !== null,
		visit: welcome.includes('on-site'),
	};
	const means = modes.filter((mode) => possible[mode] && chance.maybe(habits[access][mode]));
	const mobilisableBy = mobilisersOf(access, chance);
	const alone = !mobilisableBy.includes('professionals') || mobilisableBy.includes('people');
	return { welcome, means, mobilisableBy, alone, phone, email };
}

const modes = ['phone', 'email', 'link', 'visit'] as const;

/** How often each means is offered, for each way in. */
const habits: Readonly<Record<Access, Readonly<Record<MobilisationMode, number>>>> = {
	'walk-in': { phone: 0.35, email: 0.1, link: 0, visit: 1 },
	appointment: { phone: 0.92, email: 0.5, link: 0.4, visit: 0.4 },
	enrolment: { phone: 0.85, email: 0.4, link: 0.45, visit: 0.5 },
	referral: { phone: 0.7, email: 0.8, link: 0.3, visit: 0.15 },
};

function welcomeOf(offer: Offer, chance: Chance): WelcomeMode[] {
	if (offer.reach === 'remote') return ['remote'];
	if (offer.reach !== 'either') return chance.maybe(0.97) ? ['on-site'] : [];
	return chance.maybe(0.4) ? ['on-site'] : chance.maybe(0.7) ? ['on-site', 'remote'] : ['remote'];
}

function mobilisersOf(access: Access, chance: Chance): Mobiliser[] {
	if (access === 'referral') return chance.maybe(0.65) ? ['professionals'] : ['professionals', 'people'];
	return chance.maybe(0.1) ? [] : chance.maybe(0.5) ? ['people'] : ['professionals', 'people'];
}
