import type { Audience, ServiceKind } from '../service.ts';
import type { topicsByCategory } from '../topic.ts';
import type { OrganisationKind } from './organisation-kind.ts';

type Topics = typeof topicsByCategory;
export type Topic = { [C in keyof Topics]: `${C}--${Topics[C][number]}` }[keyof Topics];

/** How one gets in: at the door, by appointment, by putting one's name down, or through a professional. */
export type Access = 'walk-in' | 'appointment' | 'enrolment' | 'referral';

/** Sentences for one kind of help. Any `what` reads well before any `how`; a name never contradicts either. */
export interface Offer {
	readonly kind: ServiceKind;
	/** The kinds of organisation that may give this help. */
	readonly by: readonly OrganisationKind[];
	readonly names: readonly string[];
	readonly what: readonly string[];
	readonly how: readonly string[];
	/** Present when a name goes with the sentence of the same rank only. */
	readonly paired?: true;
	/** One of these sets is drawn; everybody when absent. */
	readonly for?: readonly (readonly Audience[])[];
	/** Papers to bring, or conditions to meet. */
	readonly bring?: readonly string[];
	/** Present when people pay: what, in words. */
	readonly price?: readonly string[];
	/** Present when some organisations give it for nothing. */
	readonly oftenFree?: true;
	/** By default at the door for things, by enrolment for groups, by appointment for the rest. */
	readonly access?: Access;
	/** `either`: nothing in the sentences supposes that people come; `on-site` when absent. */
	readonly reach?: 'on-site' | 'either' | 'remote';
	/** Who may be helped, when it is wider than usual. */
	readonly wide?: 'departement' | 'france';
	readonly hoursAWeek?: readonly number[];
	readonly weeks?: readonly number[];
	/** Topics that this help often serves too. */
	readonly also?: readonly Topic[];
	/** Present when nobody should be told to wait. */
	readonly urgent?: true;
	/** How often it is met, beside others that the same organisation may offer; 1 when absent. */
	readonly weight?: number;
}

export interface Bank {
	readonly topic: Topic;
	readonly offers: readonly Offer[];
}
