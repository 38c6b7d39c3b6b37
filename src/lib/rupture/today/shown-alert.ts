import { postponedBy } from '#lib/pathway/steps/postponed-by.ts';
import type { StepState } from '#lib/pathway/steps/step.ts';
import { whyNotMove } from '#lib/pathway/steps/step-policy.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { OpenAlert, Snooze } from '../alerts/alert.ts';
import type { Level } from '../evaluate.ts';
import type { Action } from '../rule.ts';
import { type NameOf, sayAlert, sayBecause } from '../sentence.ts';
import { addressOf, formOf, type InPlace } from './alert-address.ts';

/** The step that an alert is about, with what moving it from the list needs. */
export interface AlertStep {
	readonly id: string;
	readonly version: number;
	readonly state: StepState;
	readonly words: string;
	readonly owner: 'person' | 'worker';
	readonly ownerHatId: string | null;
	/** Ending it leaves nothing to do. */
	readonly last: boolean;
}

/** An alert as it is read, and by whom. */
export interface ReadAlert extends OpenAlert {
	readonly ownerName: string | null;
	readonly leads: boolean;
	readonly step: AlertStep | null;
}

/** One of the two things to do: a form in the list, or the screen where it is done. */
export interface ShownAction {
	readonly action: Action;
	readonly label: string;
	readonly form: InPlace | null;
	readonly href: string | null;
}

export interface ShownAlert {
	readonly id: string;
	/** The same, fit for the id of an element. */
	readonly key: string;
	readonly level: Level;
	readonly levelLabel: string;
	readonly sentence: string;
	readonly because: string;
	readonly step: AlertStep | null;
	readonly pathwayId: string | null;
	readonly actions: readonly ShownAction[];
	readonly useful: boolean | null;
	readonly later: string | null;
}

/** Letters, digits and dashes of an alert's id. */
export const keyOf = (id: string): string => id.replace(/[^\w-]+/g, '-');

/** @param hatId of whoever reads: she moves her own steps, and those of the person when she leads */
export function showAlert(alert: ReadAlert, hatId: string, at: Date): ShownAlert {
	const said = {
		...alert,
		owner: { who: alert.owner, organisationId: alert.ownerOrganisationId, hatId: alert.ownerHatId },
	};
	const nameOf: NameOf = (id) =>
		(id === alert.targetId ? alert.targetName : id === alert.ownerOrganisationId ? alert.ownerName : null) ??
		undefined;
	return {
		id: alert.id,
		key: keyOf(alert.id),
		level: alert.level,
		levelLabel: translate(`rupture.level-${alert.level}`),
		sentence: sayAlert(said, nameOf),
		because: sayBecause(said, nameOf),
		step: alert.step,
		pathwayId: alert.pathwayId,
		actions: alert.actions.map((action) => showAction(action, alert, hatId, at)),
		useful: alert.useful,
		later: alert.snooze && sayLater(alert.snooze),
	};
}

const sayLater = ({ until, reason }: Snooze): string =>
	translate('today.later-until', { date: frenchDate(until), reason });

function showAction(action: Action, alert: ReadAlert, hatId: string, at: Date): ShownAction {
	const form = formOf(action, alert);
	return {
		action,
		label: translate(`rupture.action-${action}`),
		form: form && mayInPlace(form, alert, hatId, at) ? form : null,
		href: addressOf(action, alert) ?? null,
	};
}

/** A step that is not hers to move, or that the person has not accepted yet, is moved on its own page. */
function mayInPlace(form: InPlace, { step, leads }: ReadAlert, hatId: string, at: Date): boolean {
	if (form === 'plan' || form === 'contact') return true;
	if (!step) return false;
	const to = form === 'finish' ? 'done' : postponedBy(step.state)[0];
	if (!to) return false;
	const owned = { ...step, endedAt: null };
	return whyNotMove({ voice: 'worker', hatId, leads }, owned, { to, at }) === undefined;
}
