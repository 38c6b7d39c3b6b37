import { translate } from '#lib/texts/translator.ts';
import { frenchDate, timeAgo } from '#lib/time/dates.ts';
import { lookedAtOn } from '../quality.ts';
import { rhythms } from './review.ts';
import type { DueOrganisation } from './server/due-list.ts';

/** An organisation on the list of what to look at, ready to be drawn. */
export interface ShownDue {
	readonly id: string;
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
	/** When it was written to, or why it cannot be. */
	readonly mail: string | null;
	readonly askable: boolean;
	readonly services: readonly {
		readonly id: string;
		readonly name: string;
		readonly since: string;
		readonly due: boolean;
		readonly rhythm: string;
	}[];
}

const month = 30 * 86_400_000;

export function showDue(
	{ id, name, phone, email, askedAt, silent, services }: DueOrganisation,
	at: Date,
): ShownDue {
	const recent = askedAt !== null && at.getTime() - askedAt.getTime() < month;
	return {
		id,
		name,
		phone,
		email,
		mail: silent ? translate('upkeep.silent') : askedAt && sayAsked(askedAt),
		askable: !silent && !recent,
		services: services.map((service) => ({
			id: service.id,
			name: service.name,
			since: translate('upkeep.looked-at', { ago: timeAgo(lookedAtOn(service), at) }),
			due: service.due,
			rhythm: String(service.reviewMonths),
		})),
	};
}

const sayAsked = (askedAt: Date): string =>
	translate('upkeep.asked-on', { date: frenchDate(askedAt.toISOString().slice(0, 10)) });

/** The rhythms to choose from. A rhythm that is none of them is offered too, while it stands. */
export const rhythmOptions = (current: string) =>
	[...new Set([...rhythms.map(String), current])]
		.sort((a, b) => Number(a) - Number(b))
		.map((value) => ({ value, label: translate('upkeep.rhythm', { months: Number(value) }) }));
