import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { reminderWay } from '../reminder.ts';
import { reachOf } from './remind-later.ts';

/** Whether she can be reminded, in words: the safe way to reach her is read before the box is ticked. */
export async function reminderTold(act: Act, personId: string, textsLeave: boolean) {
	const person = await reachOf(act, personId);
	if (person.contactRule === 'never') return impossible('notes.remind-never');
	if (!person.phone && !person.email) return impossible('notes.remind-nowhere');
	if (!reminderWay(person, textsLeave)) return impossible('notes.remind-no-sms');
	const careful = person.contactRule === 'careful';
	const told = [
		translate('notes.remind-hint'),
		...(careful ? [translate('notes.remind-careful', { instruction: person.safeContact ?? '' })] : []),
	].join(' ');
	return { possible: true, ticked: !careful, told };
}

const impossible = (key: 'notes.remind-never' | 'notes.remind-nowhere' | 'notes.remind-no-sms') => ({
	possible: false,
	ticked: false,
	told: translate(key),
});
