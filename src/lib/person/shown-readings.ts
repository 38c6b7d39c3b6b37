import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dateIn } from '#lib/time/zone.ts';
import type { Reading } from './server/access-log.ts';

interface Line {
	readonly id: number | string;
	readonly at: Date;
	readonly what: Reading;
	readonly workerName: string;
	readonly organisation: string | null;
}

const clock = 'Europe/Paris';
const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone: clock });

/** The log in plain words: « Awa Diallo (CCAS de Lens) a ouvert vos étapes, à 14:05 », day by day in Paris. */
export function showReadings(lines: readonly Line[]) {
	const days = Map.groupBy(lines, ({ at }) => dateIn(at, clock));
	return [...days].map(([day, read]) => ({
		title: translate('agreements.log-day', { date: frenchDate(day) }),
		lines: read.map((line) => ({
			id: String(line.id),
			urgent: line.what === 'break-glass',
			said: say(line),
		})),
	}));
}

const say = ({ at, what, workerName, organisation }: Line): string =>
	translate(`agreements.log.${what}`, {
		who: organisation
			? translate('agreements.who', { name: workerName, organisation })
			: workerName || translate('agreements.log-somebody'),
		time: time.format(at),
	});
