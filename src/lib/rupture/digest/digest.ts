import type { AlertGroup, Level } from '../evaluate.ts';
import { nextMark } from '../today/today.ts';

/** What a day has to hold for its mail; names are not among it. */
export interface DigestDay {
	readonly silences: readonly AlertGroup<{
		readonly id: string;
		readonly level: Level;
		readonly personId: string;
		readonly day: string;
	}>[];
	readonly answers: readonly { readonly id: string; readonly state: string }[];
	readonly appointments: readonly { readonly id: string; readonly startsAt: Date }[];
	readonly agreements: readonly { readonly id: string; readonly endsAt: Date }[];
	readonly questions: readonly { readonly id: string }[];
	readonly relays: readonly { readonly id: string }[];
}

/** An alert at a level: it is new again when it gets graver. */
export const alertMark = (id: string, level: string): string => `alert ${id} ${level}`;

/**
 * Everything that awaits her, as ids and codes: the same as long as nothing moved. An ending agreement is new again at
 * each of its marks, an appointment when its hour changes.
 */
export const marksOf = (day: DigestDay, at: Date): string[] => [
	...day.silences.flatMap(({ alerts }) => alerts.map(({ id, level }) => alertMark(id, level))),
	...day.answers.map(({ id, state }) => `answer ${id} ${state}`),
	...day.appointments.map(({ id, startsAt }) => `appointment ${id} ${startsAt.toISOString()}`),
	...day.agreements.map(({ id, endsAt }) => `agreement ${id} ${nextMark(endsAt, at)}`),
	...day.questions.map(({ id }) => `question ${id}`),
	...day.relays.map(({ id }) => `relay ${id}`),
];

/** What no mail told yet: without any, there is no mail. What is gone is no news: she did it, or it ended. */
export function freshOf(marks: readonly string[], known: readonly string[]): string[] {
	const told = new Set(known);
	return marks.filter((mark) => !told.has(mark));
}
