import type { Service, WelcomeMode } from '../service.ts';
import type { Offer } from './bank.ts';
import type { Chance } from './chance.ts';
import { listed, typeset } from './french.ts';
import { traitsOf } from './organisation-traits.ts';
import type { Host } from './organisations.ts';
import type { DemoCommune } from './seats.ts';

/** Who may be helped, by codes: a commune and its neighbours, the intercommunality, the département, the country. */
export function zoneOf(
	host: Host,
	offer: Offer,
	welcome: readonly WelcomeMode[],
	communes: readonly DemoCommune[],
	chance: Chance,
): Service['zone'] {
	const departement = host.commune.code.slice(0, 2);
	const afar = welcome.length === 1 && welcome[0] === 'remote';
	if (offer.wide === 'france' || (afar && chance.maybe(0.25))) return ['france'];
	if (offer.wide === 'departement' || afar) return [departement];
	if (chance.maybe(0.06)) return [];
	const reach = traitsOf[host.kind].reach;
	if (reach === 'commune') return [host.commune.code];
	if (reach === 'departement') return [departement];
	if (reach === 'epci' || chance.maybe(0.4)) return [host.commune.epciCode];
	return [host.commune, ...neighbours(host.commune, communes, chance.int(1, 5))].map(({ code }) => code);
}

/** The nearest communes of the same intercommunality. */
export function neighbours(
	from: DemoCommune,
	communes: readonly DemoCommune[],
	count: number,
): DemoCommune[] {
	const apart = (to: DemoCommune) =>
		(to.latitude - from.latitude) ** 2 + ((to.longitude - from.longitude) * 0.64) ** 2;
	return communes
		.filter((each) => each.epciCode === from.epciCode && each.code !== from.code)
		.sort((a, b) => apart(a) - apart(b) || a.code.localeCompare(b.code))
		.slice(0, count);
}

/** Where one must live, then what to bring or to be; nothing when all may come as they are. */
export function conditionsOf(
	home: string | null,
	offer: Offer,
	welcome: readonly WelcomeMode[],
	chance: Chance,
): string | null {
	const brought = offer.bring && chance.maybe(0.75) ? chance.pick(offer.bring) : null;
	const papers = welcome.includes('on-site') ? brought : (brought?.replace(/^Apportez/, 'Préparez') ?? null);
	const sentences = [home, papers].filter((sentence) => sentence !== null);
	return sentences.length > 0 ? typeset(sentences.join(' ')) : null;
}

/** Where one must live, in a sentence, for some services with a zone short enough to say. */
export function residence(
	host: Host,
	zone: Service['zone'],
	communes: readonly DemoCommune[],
	chance: Chance,
): string | null {
	if (!chance.maybe(0.3)) return null;
	if (zone.length === 0 || zone.length > 4) return null;
	if (zone[0] === host.commune.epciCode) return `Habiter ${host.territory.area}.`;
	const names = zone.map((code) => communes.find((commune) => commune.code === code)?.name);
	if (names.some((name) => name === undefined)) return null;
	return `Habiter ${listed(
		names.map((name) => `${name}`),
		'ou',
	)}.`;
}
