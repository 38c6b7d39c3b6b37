import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { ageInMonths, frenchDate } from '#lib/time/dates.ts';
import { closuresOfBoth } from './closure.ts';
import type { KnownService } from './server/services.ts';
import { type ShownDay, showDay } from './shown-day.ts';
import { addressLines, type ShownHours, showHours, webLink } from './shown-place.ts';
import { type ShownStop, showStops } from './shown-stops.ts';

const staleMonths = 6;

/** A service's page, ready to be drawn. */
export interface ShownService {
	readonly id: string;
	readonly name: string;
	readonly organisation: { readonly id: string; readonly name: string };
	readonly kind: string | null;
	readonly paragraphs: readonly string[];
	readonly audiences: readonly string[];
	readonly audienceDetails: string | null;
	readonly conditions: string | null;
	readonly cost: string;
	readonly free: boolean;
	readonly address: readonly string[];
	readonly remote: boolean;
	readonly confidential: boolean;
	readonly contactPrivate: boolean;
	readonly day: ShownDay;
	readonly stops: readonly ShownStop[];
	readonly approximate: boolean;
	readonly hours: ShownHours;
	readonly ways: readonly string[];
	readonly whoAsks: readonly string[];
	readonly howDetails: string | null;
	readonly requestLink: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly website: string | null;
	readonly zone: string | null;
	readonly duration: string | null;
	readonly topics: readonly { readonly label: string; readonly href: string }[];
	readonly verified: string;
	readonly stale: string | null;
	readonly gone: string | null;
	readonly fictional: boolean;
	readonly source: string;
	readonly sourceLink: string | null;
	readonly around: string | null;
}

const say = (key: string): string => translate(key as TextKey);

export function showService(
	service: KnownService,
	zone: { names: readonly string[]; more: number },
	at: Date,
): ShownService {
	const { place, organisation } = service;
	const checkedOn = latest(service.updatedOn, service.verifiedOn);
	const months = ageInMonths(checkedOn, at);
	const openingHours = service.openingHours ?? organisation.openingHours;
	const day = showDay({ ...service, closures: closuresOfBoth(service) }, at);
	return {
		id: service.id,
		name: service.name,
		organisation: { id: organisation.id, name: organisation.name },
		kind: service.kind && say(`kind.${service.kind}`),
		paragraphs: paragraphsOf(service.description),
		audiences: service.audiences.map((audience) => say(`audience.${audience}`)),
		audienceDetails: service.audienceDetails,
		conditions: service.conditions,
		cost: costOf(service),
		free: service.fee === 'free',
		address: addressLines(place),
		confidential: service.confidential,
		contactPrivate: service.contactPrivate,
		day,
		stops: showStops(service.stops, at),
		remote: service.welcomeModes.includes('remote'),
		approximate: place?.position === 'approximate' || place?.position === 'commune',
		hours: showHours(openingHours, place, at, day.closed !== null),
		ways: service.mobilisationModes.map((mode) => say(`service.how-${mode}`)),
		whoAsks: service.mobilisableBy.map((mobiliser) => say(`service.by-${mobiliser}`)),
		howDetails: service.mobilisationDetails,
		requestLink: webLink(service.mobilisationLink),
		phone: service.phone ?? (service.contactPrivate ? null : organisation.phone),
		email: service.email ?? (service.contactPrivate ? null : organisation.email),
		website: webLink(organisation.website),
		zone: zoneSentence(service.zone, zone),
		duration: durationOf(service),
		topics: service.topics.map((topic) => ({
			label: say(`topic.${topic}`),
			href: `/trouver?theme=${topic}`,
		})),
		verified: translate('service.verified', { date: frenchDate(checkedOn) }),
		stale: months >= staleMonths ? translate('service.stale', { months }) : null,
		gone:
			service.goneAt &&
			translate('service.gone', { date: frenchDate(service.goneAt.toISOString().slice(0, 10)) }),
		fictional: service.fictional,
		source: service.source,
		sourceLink: webLink(service.link),
		around: place?.communeCode ? `/trouver?commune=${place.communeCode}` : null,
	};
}

/** The later of what its source says and of when somebody last looked. */
export const latest = (updatedOn: string, verifiedOn: string | null): string =>
	verifiedOn !== null && verifiedOn > updatedOn ? verifiedOn : updatedOn;

export const paragraphsOf = (text: string): string[] =>
	text
		.split(/\n+/)
		.map((line) => line.replace(/^[#*\-\s]+(?=\S)/, '').replace(/\*\*/g, ''))
		.filter((line) => line.trim() !== '');

function costOf({ fee, feeDetails }: KnownService): string {
	const known = fee ? say(`fee.${fee}`) : null;
	return [known, feeDetails].filter(Boolean).join(' · ') || translate('service.cost-unknown');
}

function zoneSentence(codes: readonly string[], { names, more }: { names: readonly string[]; more: number }) {
	if (codes.includes('france') || codes.includes('99100')) return translate('service.zone-france');
	if (names.length === 0) return null;
	return more > 0 ? `${names.join(', ')} … (+ ${more})` : names.join(', ');
}

function durationOf({ weeklyHours, weeks }: KnownService): string | null {
	const parts = [
		weeklyHours === null ? null : translate('service.duration-hours', { hours: weeklyHours }),
		weeks === null ? null : translate('service.duration-weeks', { weeks }),
	];
	return parts.filter(Boolean).join(', ') || null;
}
