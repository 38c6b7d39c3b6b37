import { translate } from '#lib/texts/translator.ts';
import { type ExportedReferral, fieldOf } from './exported-referral.ts';

/** Whether and how she may be contacted without danger, in one sentence; nothing when she may be, freely. */
export function contactWords(referral: ExportedReferral): string | undefined {
	const rule = fieldOf(referral, 'contact-rule');
	const safe = fieldOf(referral, 'safe-contact');
	const said = [
		rule === 'never' || rule === 'careful' ? translate(`person.contact-${rule}`) : undefined,
		safe ? translate('person.contact-safe', { words: safe }) : undefined,
	].filter((words) => words !== undefined);
	return said.length > 0 ? said.join(' ') : undefined;
}
