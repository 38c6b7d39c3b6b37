import type { Audience, MobilisationMode, WelcomeMode } from '../service.ts';
import { peopleOf } from './audience-words.ts';
import type { Access, Offer } from './bank.ts';
import type { Chance } from './chance.ts';
import { listed, toPeople } from './french.ts';
import { alsoAlone, coming, remoteOnly, remoteToo, waiting } from './manners.ts';

const longest = 600;

/** What is decided of a service before its description is written. */
export interface Outline {
	readonly offer: Offer;
	/** The sentence that goes with the service's name. */
	readonly what: string;
	readonly audiences: readonly Audience[];
	readonly access: Access;
	readonly welcome: readonly WelcomeMode[];
	readonly means: readonly MobilisationMode[];
	readonly alone: boolean;
	/** True when one may live anywhere. */
	readonly open: boolean;
}

/** A description: what, how, for whom, how to come, how long; 60 to 600 characters. */
export function descriptionOf(outline: Outline, chance: Chance): string {
	const how = chance.some(outline.offer.how, chance.maybe(0.45) ? 2 : 1);
	const whom = chance.maybe(0.45) ? forWhom(outline, chance) : null;
	const where = remoteness(outline.welcome, chance);
	const come = chance.maybe(0.75) ? howToCome(outline, chance) : null;
	const wait = !outline.offer.urgent && chance.maybe(0.25) ? chance.pick(waiting[outline.access]) : null;
	const sentences = [outline.what, ...how, whom, where, come, wait].filter((sentence) => sentence !== null);
	return withinLimit(sentences);
}

function withinLimit(sentences: readonly string[]): string {
	const text = sentences.join(' ');
	return text.length <= longest ? text : withinLimit(sentences.slice(0, -1));
}

function forWhom({ audiences, open }: Outline, chance: Chance): string | null {
	if (audiences.includes('everyone')) return open ? chance.pick(forAll) : null;
	const people = audiences.map((audience) => peopleOf[audience]);
	const to = listed(people.map(toPeople));
	return chance.pick([
		`Pour ${listed(people)}.`,
		`Ce service s’adresse ${to}.`,
		audiences.length === 1 ? `Réservé ${to}.` : `Ouvert en priorité ${to}.`,
	]);
}

const forAll = ['C’est ouvert à tout le monde.', 'Ouvert à toutes et à tous.'] as const;

function remoteness(welcome: readonly WelcomeMode[], chance: Chance): string | null {
	if (!welcome.includes('remote')) return null;
	if (!welcome.includes('on-site')) return chance.pick(remoteOnly);
	return chance.maybe(0.7) ? chance.pick(remoteToo) : null;
}

/** Says one means that the service really has; nothing when it has none. */
function howToCome({ access, means, alone }: Outline, chance: Chance): string | null {
	const choices = means.flatMap((mode) => coming[access][mode] ?? []);
	if (choices.length === 0) return null;
	const sentence = chance.pick(choices);
	return access === 'referral' && alone ? `${sentence} ${alsoAlone}` : sentence;
}
