import type { Act } from '#lib/server/act.ts';
import { isOurs, type People } from '../joined-day.ts';
import { listAgreementsEnding } from './agreements-ending.ts';
import { listAnswersDue } from './answers-due.ts';
import { listAppointmentsDue } from './appointments-due.ts';
import { listDayAlerts } from './day-alerts.ts';
import { listNames, listPeopleLed } from './people-led.ts';
import { listQuestionsDue } from './questions-due.ts';
import { listRelaysAwaited } from './relays-awaited.ts';

/**
 * Everything that awaits these workers, one query a kind; people are read once, since a name costs a look at who may
 * know it.
 */
export async function readDay(act: Act, hatIds: readonly string[]) {
	const led = await listPeopleLed(act, hatIds);
	const alerts = await listDayAlerts(act, [...led.keys()], hatIds);
	const people: People = { hatIds, led, names: new Map() };
	const late = alerts.filter((alert) => !isOurs(alert, people)).map(({ referralId }) => referralId);
	const answers = await listAnswersDue(
		act,
		hatIds,
		late.filter((id) => id !== null),
	);
	const appointments = await listAppointmentsDue(act, hatIds);
	const questions = await listQuestionsDue(act, hatIds);
	const relays = await listRelaysAwaited(act, hatIds);
	const followed = [...led.values()].filter(({ state }) => state !== 'closed');
	const agreements = await listAgreementsEnding(
		act,
		followed.map(({ personId }) => personId),
	);
	const elsewhere = [...appointments, ...questions, ...relays].map(({ pathwayId }) => pathwayId);
	const names = await listNames(
		act,
		elsewhere.filter((id) => !led.has(id)),
	);
	return { people: { ...people, names }, alerts, answers, appointments, questions, relays, agreements };
}
