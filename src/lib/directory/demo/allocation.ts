import { topics } from '../topic.ts';
import type { Offer } from './bank.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type OrganisationKind, organisationKinds } from './organisation-kind.ts';
import { traitsOf } from './organisation-traits.ts';
import type { Host } from './organisations.ts';
import { offersBy, type TopicOffer } from './topic-banks.ts';

/** A help that a host gives: one service to write. */
export interface Given extends TopicOffer {
	readonly host: Host;
}

const leastPerTopic = 5;
const offers = new Map<OrganisationKind, readonly TopicOffer[]>(
	organisationKinds.map((kind) => [kind, offersBy(kind)]),
);
const offersOf = (host: Host): readonly TopicOffer[] => offers.get(host.kind) ?? [];

/** Shares exactly `count` services among the hosts: each its own trade first, then every topic, then the rest. */
export function allocate(seed: number, hosts: readonly Host[], count: number): Given[] {
	const chance = chanceFrom(seed, 'allocation');
	const given: Given[] = [];
	const used = new Map<Host, Set<Offer>>(hosts.map((host) => [host, new Set()]));
	const room = (host: Host) => Math.min(traitsOf[host.kind].most, offersOf(host).length) - usedBy(host).size;
	const usedBy = (host: Host) => used.get(host) ?? new Set();
	const give = (host: Host, choice: TopicOffer | undefined) => {
		if (!choice) return;
		usedBy(host).add(choice.offer);
		given.push({ host, ...choice });
	};
	const left = (host: Host, topic?: string) =>
		offersOf(host).filter((each) => !usedBy(host).has(each.offer) && (!topic || each.topic === topic));

	for (const host of hosts) give(host, trade(host, left(host), chance));
	for (const topic of topics) {
		const missing = leastPerTopic - given.filter((each) => each.topic === topic).length;
		const able = chance.shuffle(hosts.filter((host) => room(host) > 0 && left(host, topic).length > 0));
		for (const host of able.slice(0, Math.max(0, missing))) give(host, draw(left(host, topic), chance));
	}
	while (given.length < count) {
		const host = chance.weigh(hosts, room);
		if (!host) throw new Error(`these ${hosts.length} organisations cannot offer ${count} services`);
		give(host, draw(left(host), chance));
	}
	return inHostOrder(given, hosts);
}

/** A kind's own trade is the help whose bank names it first. */
const trade = (host: Host, choices: readonly TopicOffer[], chance: Chance): TopicOffer | undefined =>
	chance.weigh(choices, ({ offer }) => (offer.weight ?? 1) * (offer.by[0] === host.kind ? 8 : 1));

const draw = (choices: readonly TopicOffer[], chance: Chance): TopicOffer | undefined =>
	chance.weigh(choices, ({ offer }) => offer.weight ?? 1);

function inHostOrder(given: readonly Given[], hosts: readonly Host[]): Given[] {
	const byHost = new Map<Host, Given[]>(hosts.map((host) => [host, []]));
	for (const each of given) byHost.get(each.host)?.push(each);
	return [...byHost.values()].flat();
}
