import type { Audience, plainService, Service } from '../service.ts';
import type { Given } from './allocation.ts';
import { detailsOf } from './audience-words.ts';
import type { Access, Offer } from './bank.ts';
import { daysBefore, updateDate } from './calendar.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { contactName } from './contacts.ts';
import { typeset } from './french.ts';
import { livingService } from './living-service.ts';
import { freeDetails, onThePhone, onTheSpot } from './manners.ts';
import { traitsOf } from './organisation-traits.ts';
import { filled } from './organisations.ts';
import { type Reach, reachService } from './reaching.ts';
import type { DemoCommune } from './seats.ts';
import { serviceHours, servicePlace } from './service-place.ts';
import { conditionsOf, residence, zoneOf } from './service-zone.ts';
import { descriptionOf, type Outline } from './writing.ts';

/** Writes every service; two descriptions are never the same. */
export function writeServices(
	seed: number,
	today: string,
	given: readonly Given[],
	communes: readonly DemoCommune[],
): Service[] {
	const turns = new Map<Offer, number>();
	const names = new Set<string>();
	const texts = new Set<string>();
	return given.map((each, index) => {
		const rank = index + 1;
		const chance = chanceFrom(seed, `service/${rank}`);
		const turn =
			turns.get(each.offer) ?? chanceFrom(seed, `turn/${each.topic}/${each.offer.names[0]}`).int(0, 11);
		turns.set(each.offer, turn + 1);
		return serviceOf(each, { seed, rank, turn, today, chance, communes, names, texts });
	});
}

interface Draft {
	seed: number;
	rank: number;
	turn: number;
	today: string;
	chance: Chance;
	communes: readonly DemoCommune[];
	names: Set<string>;
	texts: Set<string>;
}

function serviceOf(given: Given, draft: Draft): Service {
	const told = toldOf(given, draft);
	const chance = chanceFrom(draft.seed, `living/service/${draft.rank}`);
	return { ...told, ...livingService(told, given.host, draft.communes, draft.today, chance) };
}

function toldOf({ host, topic, offer }: Given, draft: Draft): Omit<Service, keyof typeof plainService> {
	const { rank, today, chance } = draft;
	const { organisation } = host;
	const number = String(rank).padStart(4, '0');
	const audiences = audiencesOf(offer, host, chance);
	const access = offer.access ?? usualAccess(offer);
	const reach = reachService(offer, access, host, rank, chance);
	const { name, what } = titleOf(offer, organisation.sourceId, draft);
	const zone = zoneOf(host, offer, reach.welcome, draft.communes, chance);
	const home = audiences.some((each) => homeless.includes(each))
		? null
		: residence(host, zone, draft.communes, chance);
	const outline: Outline = { offer, what, audiences, access, open: home === null, ...reach };
	return {
		source: 'demo',
		sourceId: `demo--service-${number}`,
		organisationSourceId: organisation.sourceId,
		name,
		description: freshText(outline, host, draft),
		link: chance.maybe(0.85) ? `https://demo.example.org/services/${number}` : null,
		kind: chance.maybe(0.96) ? offer.kind : null,
		topics: offer.also && chance.maybe(0.45) ? [topic, chance.pick(offer.also)] : [topic],
		...priceOf(offer, chance),
		audiences,
		audienceDetails:
			audiences.length === 1 && chance.maybe(0.45) ? typeset(chance.pick(detailsOf[audiences[0]!])) : null,
		conditions: conditionsOf(home, offer, reach.welcome, chance),
		welcomeModes: reach.welcome,
		zone,
		phone: reach.phone,
		email: reach.email,
		contactName: chance.maybe(0.35) ? contactName(chance) : null,
		mobilisationLink: reach.means.includes('link') ? `https://${host.slug}.example.org/rendez-vous` : null,
		mobilisationModes: reach.means,
		mobilisableBy: reach.mobilisableBy,
		mobilisationDetails: chance.maybe(0.25) ? adviceFor(reach, chance) : null,
		weeklyHours: offer.hoursAWeek && chance.maybe(0.85) ? chance.pick(offer.hoursAWeek) : null,
		weeks: offer.weeks && chance.maybe(0.85) ? chance.pick(offer.weeks) : null,
		openingHours: reach.welcome.includes('on-site') ? serviceHours(offer, access, chance) : null,
		place: servicePlace(host, reach.welcome, draft.communes, chance),
		updatedOn: serviceDate(organisation.updatedOn, today, chance),
		fictional: true,
	};
}

/** Those the offer names, narrowed to the people the organisation exists for. */
function audiencesOf(offer: Offer, host: Given['host'], chance: Chance): readonly Audience[] {
	const named: readonly Audience[] = chance.pick(offer.for ?? [['everyone']]);
	const { clientele } = traitsOf[host.kind];
	return clientele === undefined || named.includes(clientele) ? named : [clientele];
}

// Nobody asks these people where they live.
const homeless: readonly Audience[] = ['people-in-emergency', 'exiled-people', 'people-with-legal-situation'];

function usualAccess({ kind }: Offer): Access {
	if (kind === 'material-aid') return 'walk-in';
	return kind === 'workshop' || kind === 'training' ? 'enrolment' : 'appointment';
}

/** Names and sentences take turns, so that neighbours differ; an organisation never uses a name twice. */
function titleOf(offer: Offer, organisation: string, { turn, names }: Draft): { name: string; what: string } {
	const turns = offer.names.map((_, index) => turn + index);
	const free = turns.find((each) => !names.has(`${organisation} ${offer.names[each % offer.names.length]}`));
	const rank = (free ?? turn) % offer.names.length;
	const name = offer.names[rank]!;
	names.add(`${organisation} ${name}`);
	return { name: typeset(name), what: offer.what[offer.paired ? rank : turn % offer.what.length]! };
}

function freshText(outline: Outline, host: Given['host'], { texts, chance }: Draft): string {
	let text = filled(descriptionOf(outline, chance), host);
	for (let tries = 0; texts.has(text) && tries < 40; tries++)
		text = filled(descriptionOf(outline, chance), host);
	texts.add(text);
	return text;
}

function adviceFor({ means, welcome }: Reach, chance: Chance): string | null {
	const phone = means.includes('phone') ? onThePhone : [];
	const spot = welcome.includes('on-site') ? onTheSpot : [];
	return phone.length + spot.length > 0 ? typeset(chance.pick([...phone, ...spot])) : null;
}

function priceOf(offer: Offer, chance: Chance): Pick<Service, 'fee' | 'feeDetails'> {
	if (offer.price && !(offer.oftenFree && chance.maybe(0.6))) {
		return { fee: 'paid', feeDetails: chance.maybe(0.92) ? typeset(chance.pick(offer.price)) : null };
	}
	if (chance.maybe(0.06)) return { fee: null, feeDetails: null };
	const said = (offer.kind === 'workshop' || offer.kind === 'information') && chance.maybe(0.35);
	return { fee: 'free', feeDetails: said ? chance.pick(freeDetails) : null };
}

/** Often the day its organisation was updated, else a day of its own. */
const serviceDate = (organisationDate: string, today: string, chance: Chance): string =>
	chance.maybe(0.5) ? organisationDate : chance.maybe(0.1) ? daysBefore(today, 0) : updateDate(today, chance);
