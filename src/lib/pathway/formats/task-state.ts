import {
	canBecome,
	nextStates,
	type ReasonCode,
	type ReferralState,
	reasonCodes,
} from '../referrals/referral.ts';
import { taskStatuses } from '../referrals/task-status.ts';
import { systems } from './fhir-codes.ts';
import type { ReceivedTask } from './read-fhir.ts';

/** A follow-up of a referral; the other Tasks are asked of a patient, or of somebody else. */
export const isReferralTask = ({ code, intent }: ReceivedTask): boolean =>
	intent === 'order' &&
	Boolean(code?.coding?.some(({ system, code: told }) => system === systems.task && told === 'fulfill'));

/** The state that a Task's status tells, and its business status where several share one; undefined for a status we do not use. */
export function stateOf({ status, businessStatus }: ReceivedTask): ReferralState | undefined {
	const business = (businessStatus?.coding ?? []).flatMap(({ code }) => code ?? []);
	const states = Object.entries(taskStatuses).filter(([, [told]]) => told === status);
	const finer = states.find(
		([, [, own]]) => own !== null && business.some((code) => sameBusiness(code, own)),
	);
	const plain = states.find(([, [, own]]) => own === null);
	return (finer ?? plain)?.[0] as ReferralState | undefined;
}

/** Gravity says `waitlist` of capacity and `not-enrolled-on-waitlist` of enrolment: both wait. */
const sameBusiness = (told: string, own: string): boolean =>
	told === own || (own === 'waitlist' && told.endsWith('on-waitlist'));

/**
 * The states to pass through from one to another, the shortest way, the last included; undefined when there is none. A
 * referral that begins elsewhere is first known where it stands.
 */
export function wayTo(from: ReferralState, to: ReferralState): readonly ReferralState[] | undefined {
	let ways: readonly (readonly ReferralState[])[] = [[from]];
	const seen = new Set<ReferralState>([from]);
	while (ways.length > 0) {
		const found = ways.find((way) => way.at(-1) === to);
		if (found) return found.slice(1);
		ways = ways.flatMap((way) => {
			const next = nextStates(way.at(-1) ?? from).filter((state) => !seen.has(state));
			for (const state of next) seen.add(state);
			return next.map((state) => [...way, state]);
		});
	}
	return undefined;
}

/** What becomes of a referral that stands in a state when a Task about it comes. */
export type Advance =
	| { readonly kind: 'same' }
	| { readonly kind: 'moves'; readonly to: ReferralState }
	| { readonly kind: 'illegal'; readonly to: string }
	| { readonly kind: 'no-reason'; readonly to: ReferralState };

const owesReason = ['rejected', 'cancelled', 'on-hold', 'failed'];

/** One step of the graph at a time: the same status says nothing new, a status that may not follow is refused. */
export function advanceOf(from: ReferralState, task: ReceivedTask): Advance {
	const to = stateOf(task);
	if (!to || to === 'draft' || to === 'awaiting-person') return { kind: 'illegal', to: task.status };
	const silent = !task.businessStatus && taskStatuses[from][0] === task.status;
	if (to === from || silent) return { kind: 'same' };
	if (!canBecome(from, to)) return { kind: 'illegal', to: task.status };
	if (owesReason.includes(task.status) && !reasonTextOf(task)) return { kind: 'no-reason', to };
	return { kind: 'moves', to };
}

export const reasonTextOf = ({ statusReason }: ReceivedTask): string | undefined =>
	(statusReason?.text ?? statusReason?.coding?.find(({ display }) => display)?.display)?.slice(0, 2000);

/** Our reason when its code is ours; any other is another reason, told in its words. */
export function reasonCodeOf({ statusReason }: ReceivedTask): ReasonCode {
	const told = (statusReason?.coding ?? []).flatMap(({ system, code }) =>
		system === systems.reason && code ? [code] : [],
	);
	return reasonCodes.find((code) => told.includes(code)) ?? 'other';
}

/** What was done, in the words that came with it. */
export function outcomeTextOf({ contained, output }: ReceivedTask): string | undefined {
	const words = output.flatMap(
		(one) => one.valueString ?? one.valueMarkdown ?? one.valueReference?.display ?? [],
	);
	const inside = contained.flatMap(({ code }) => code?.text ?? code?.coding?.[0]?.display ?? []);
	return [...words, ...inside][0]?.slice(0, 2000);
}
