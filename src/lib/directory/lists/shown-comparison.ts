import { distanceKm, type Point } from '#lib/geo/distance.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { closuresOfBoth } from '../closure.ts';
import { languageName } from '../language-names.ts';
import { shownPhone } from '../phone.ts';
import type { KnownService } from '../server/services.ts';
import { showDay } from '../shown-day.ts';
import { addressLines, showHours } from '../shown-place.ts';
import { showService } from '../shown-service.ts';

/** A service at the head of its column. */
interface Column {
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
	readonly fictional: boolean;
}

interface Row {
	readonly key: TextKey;
	readonly label: string;
	readonly cells: readonly (readonly string[])[];
}

/** Services side by side: what one wants to know of each, line by line. */
export interface ShownComparison {
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
}

type Tell = (service: KnownService) => readonly (string | null)[];
const list = new Intl.ListFormat('fr-FR');
const say = (key: string): string => translate(key as TextKey);

const tellers = (near: Point | undefined, at: Date): readonly (readonly [TextKey, Tell])[] => [
	['lists.compare.now', (service) => [service.goneAt ? translate('lists.compare.gone') : nowOf(service, at)]],
	['lists.compare.address', (service) => addressOf(service)],
	...(near ? ([['lists.compare.distance', (service: KnownService) => [kmOf(service, near)]]] as const) : []),
	[
		'lists.compare.phone',
		({ phone, organisation, contactPrivate }) =>
			phone
				? [shownPhone(phone)]
				: [contactPrivate ? null : organisation.phone && shownPhone(organisation.phone)],
	],
	['lists.compare.hours', (service) => hoursOf(service, at)],
	['lists.compare.cost', (service) => [showService(service, noZone, at).cost]],
	[
		'lists.compare.welcome',
		({ welcome, welcomeModes }) => [
			welcome && translate(`sheet.welcome-${welcome}`),
			...welcomeModes.map((mode) => say(`mode.${mode}`)),
		],
	],
	[
		'lists.compare.for-whom',
		({ audiences, audienceDetails }) =>
			audiences.length > 0 ? audiences.map((audience) => say(`audience.${audience}`)) : [audienceDetails],
	],
	[
		'lists.compare.languages',
		({ languages }) => [languages.length > 0 ? list.format(languages.map(languageName)) : null],
	],
	[
		'lists.compare.delay',
		({ responseDays }) => [responseDays === null ? null : translate('sheet.delay', { days: responseDays })],
	],
	[
		'lists.compare.places',
		({ placesLeft, capacity }) => [
			placesLeft === null
				? null
				: translate('sheet.places', { left: placesLeft, capacity: capacity ?? 'none' }),
		],
	],
	['lists.compare.checked', (service) => [showService(service, noZone, at).verified]],
];

const noZone = { names: [], more: 0 };

/** The comparison of services; distances from `near` when a place is given. Lines that nobody fills are left out. */
export function showComparison(
	services: readonly KnownService[],
	near: Point | undefined,
	at: Date,
): ShownComparison {
	return {
		columns: services.map(({ id, name, organisation, fictional }) => ({
			id,
			name,
			organisation: organisation.name,
			fictional,
		})),
		rows: tellers(near, at)
			.map(([key, tell]) => ({
				key,
				label: translate(key),
				cells: services.map(
					(service) => tell(service).filter((line) => line !== null && line !== '') as string[],
				),
			}))
			.filter(({ cells }) => cells.some((lines) => lines.length > 0)),
	};
}

const hoursKnown = ({ openingHours, organisation }: KnownService): string | null =>
	openingHours ?? organisation.openingHours;

/** A closure says more than the hours of an ordinary week. */
const nowOf = (service: KnownService, at: Date): string | null =>
	showDay({ ...service, closures: closuresOfBoth(service) }, at).closed ??
	showHours(hoursKnown(service), service.place, at).now;

function hoursOf(service: KnownService, at: Date): string[] {
	const { week, raw } = showHours(hoursKnown(service), service.place, at);
	return raw ? [raw] : week.map(({ day, spans }) => translate('lists.compare.day', { day, spans }));
}

const addressOf = (service: KnownService): string[] =>
	service.confidential ? [translate('sheet.confidential')] : addressLines(service.place);

function kmOf({ place, confidential }: KnownService, near: Point): string | null {
	if (confidential || place?.latitude == null || place.longitude === null) return null;
	const km = distanceKm(near, { latitude: place.latitude, longitude: place.longitude });
	return translate('lists.compare.km', { km: Math.round(km * 10) / 10 });
}
