import type { Place } from '../organisation.ts';
import type { WelcomeMode } from '../service.ts';
import type { Access, Offer } from './bank.ts';
import type { Chance } from './chance.ts';
import { openingHours, type Rhythm } from './opening-hours.ts';
import { traitsOf } from './organisation-traits.ts';
import type { Host } from './organisations.ts';
import { nowhere, placeIn } from './places.ts';
import type { DemoCommune } from './seats.ts';
import { neighbours } from './service-zone.ts';

/** At its organisation's, sometimes in a hall lent by a neighbouring commune; at a distance, mostly nowhere. */
export function servicePlace(
	host: Host,
	welcome: readonly WelcomeMode[],
	communes: readonly DemoCommune[],
	chance: Chance,
): Place | null {
	if (!welcome.includes('on-site')) return chance.maybe(0.7) ? null : (host.organisation.place ?? nowhere);
	const outreach = traitsOf[host.kind].spread === 'hub' ? 0.14 : 0.05;
	if (!chance.maybe(outreach))
		return host.organisation.place ?? placeIn(host.commune, host.territory, chance);
	const commune = chance.pick([...neighbours(host.commune, communes, 6), host.commune]);
	return { ...placeIn(commune, host.territory, chance), addressMore: chance.pick(halls) };
}

const halls: readonly string[] = [
	'Maison des associations',
	'Annexe de la mairie',
	'Salle des fêtes',
	'Salle polyvalente',
];

/** Hours of its own for one service in two; otherwise those of its organisation hold. */
export function serviceHours(offer: Offer, access: Access, chance: Chance): string | null {
	return chance.maybe(0.5) ? openingHours(rhythmOf(offer, access, chance), chance) : null;
}

function rhythmOf(offer: Offer, access: Access, chance: Chance): Rhythm {
	if (offer.kind === 'workshop') return 'weekly';
	if (offer.kind === 'training')
		return offer.hoursAWeek?.some((hours) => hours > 12) ? 'office' : 'half-days';
	if (access === 'walk-in') return 'half-days';
	return chance.pick(['office', 'half-days', 'half-days', 'monthly']);
}
