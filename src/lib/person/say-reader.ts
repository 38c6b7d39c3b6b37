import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { lastDayOf } from './agreement.ts';
import type { Reader } from './sharing.ts';

/** « étapes et rendez-vous, santé »: what an organisation reads of a pathway. */
export function saysWhat({ level, referral, subjects }: Reader): string {
	const names = subjects.map((subject) => `person.subject-${subject}`).filter(isTextKey);
	const what: readonly (TextKey | undefined)[] = [
		level === null ? undefined : `person.reads-${level}`,
		referral ? 'person.reads-referral' : undefined,
		...names,
	];
	return what
		.filter((key) => key !== undefined)
		.map((key) => translate(key))
		.join(', ');
}

/** « 30 juin 2027 »: the last day on which something is read. */
export const saysUntil = ({ endsAt }: Pick<Reader, 'endsAt'>): string => frenchDate(lastDayOf(endsAt));
