import type { OpenAlert } from '../alerts/alert.ts';
import type { Action } from '../rule.ts';

type Where = Pick<OpenAlert, 'pathwayId' | 'referralId' | 'subjectKind' | 'subject'> & {
	/** Whether the reader leads the pathway: its own screens are open to her. */
	readonly leads: boolean;
};

/** The screens of a pathway where an action is done. */
const screens = {
	'plan-step': '/etapes',
	'call-person': '/notes',
	'pause-pathway': '/etat',
	'try-helper': '/fiche',
	'try-day-centre': '/trouver',
	'ask-barriers': '/notes',
	'offer-another-form': '/rendez-vous',
	'confirm-relay': '/reperes',
	'meet-before-exit': '/rendez-vous',
	'propose-relay': '/relais',
	'answer-relay': '/relais',
	'renew-agreement': '/accords/nouveau',
	'replan-without': '/etapes',
	'tell-collective': '/trouver',
	'meet-partners': '/rendez-vous',
	'say-done': '/etapes',
	'postpone-step': '/etapes',
	'note-outcome': '/reperes',
	'hear-person': '/notes',
	'take-up-again': '/orienter',
	'refer-elsewhere': '/orienter',
	'make-assessment': '/diagnostic',
	'make-offer': '/etapes',
	'close-need': '/etapes',
} as const satisfies Partial<Record<Action, string>>;

/** Actions done on the referral itself, with whoever received it. */
const onReferral: readonly Action[] = ['remind-target', 'call-together', 'ask-news', 'review-waiting'];

/** Where an action of an alert is done; nothing where its reader may not go. */
export function addressOf(action: Action, where: Where): string | undefined {
	const { pathwayId, referralId, subjectKind, subject, leads } = where;
	const referral = referralId ? `/orientations/${referralId}` : undefined;
	if (onReferral.includes(action)) return referral;
	if (!leads || !pathwayId) return referral;
	const page = `/parcours/${pathwayId}${screenOf(action, subjectKind)}`;
	if (referralId && page.endsWith('/orienter')) return `${page}?suite=${referralId}`;
	return subjectKind === 'steps' && page.endsWith('/etapes') ? `${page}?etape=${subject}` : page;
}

/** A pause that must be looked at again is said on the page of the pathway's state. */
const screenOf = (action: Action, subjectKind: string): string => {
	if (subjectKind === 'pathways' && (action === 'say-done' || action === 'postpone-step')) return '/etat';
	return Object.entries(screens).find(([name]) => name === action)?.[1] ?? '';
};

/** What is done without leaving the list: a form in the place of a link. */
export type InPlace = 'finish' | 'postpone' | 'plan' | 'contact';

const inPlace: Partial<Record<Action, InPlace>> = {
	'say-done': 'finish',
	'postpone-step': 'postpone',
	'plan-step': 'plan',
	'make-offer': 'plan',
	'call-person': 'contact',
	'ask-barriers': 'contact',
	'note-outcome': 'contact',
	'hear-person': 'contact',
};

/** The form of an action, where the reader may use it. */
export const formOf = (action: Action, { leads, pathwayId }: Where): InPlace | undefined =>
	leads && pathwayId ? inPlace[action] : undefined;
