import * as z from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { addDays } from '#lib/time/days.ts';
import { Once } from '../typed.ts';

/** What ends on a date: a paper, a right, a contract, a home. */
export const endingKinds = ['residence-permit', 'right', 'paper', 'contract', 'housing'] as const;
export type EndingKind = (typeof endingKinds)[number];
/** What a person leaves. */
export const institutions = ['hospital', 'prison', 'child-care', 'shelter'] as const;
export type Institution = (typeof institutions)[number];
/** What she entered, whose news are taken after one, three and six months. */
export const outcomeKinds = ['job', 'training', 'housing', 'other'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];
/** Which European guarantee runs from the day of registration. */
export const guarantees = ['young', 'long-term'] as const;
export type Guarantee = (typeof guarantees)[number];
/** The ways of trying to reach somebody. */
export const attemptChannels = ['phone', 'message', 'email', 'letter', 'visit', 'helper'] as const;
export type AttemptChannel = (typeof attemptChannels)[number];

/** One date to keep of a pathway, whatever its kind, as far as the actor may read. */
export interface Landmark {
	readonly what: 'ending' | 'exit' | 'attempt' | 'outcome' | 'guarantee' | 'rhythm';
	readonly id: string;
	/** The kind, the channel; `close` or `usual` of a rhythm. */
	readonly code: string;
	/** YYYY-MM-DD. */
	readonly day: string;
	/** What was done about it: settled, relayed. */
	readonly done: boolean;
	/** The words of the step that deals with it. */
	readonly step: string | null;
	readonly heardOn: string | null;
	readonly still: boolean | null;
	readonly version: number;
	readonly organisation: string;
}

/** Further away is a slip of the keyboard; so is longer ago. */
const furthestDays = 3660;

const between = (from: string, until: string, unclear: TextKey, outside: TextKey) =>
	z.iso.date({ error: unclear }).refine((day) => day >= from && day <= until, outside);
const aroundNow = (today: string) =>
	between(
		addDays(today, -furthestDays),
		addDays(today, furthestDays),
		'landmarks.day-missing',
		'landmarks.day-far',
	);
const upToNow = (today: string) =>
	between(addDays(today, -furthestDays), today, 'landmarks.day-missing', 'landmarks.day-to-come');
const kindAmong = <const Kinds extends readonly string[]>(kinds: Kinds) =>
	z.enum(kinds, { error: 'landmarks.kind-missing' });
const Version = z.coerce.number({ error: 'problem.field-invalid' }).int().positive();
const Id = z.uuid({ error: 'problem.field-invalid' });

/** What the forms of the page say, on a calendar day where she lives (YYYY-MM-DD). */
export const newEnding = (today: string) =>
	z.object({ once: Once, kind: kindAmong(endingKinds), endsOn: aroundNow(today) });
export const newExit = (today: string) =>
	z.object({ once: Once, kind: kindAmong(institutions), leavesOn: aroundNow(today) });
export const newAttempt = (today: string) =>
	z.object({ once: Once, channel: kindAmong(attemptChannels), onDay: upToNow(today) });
export const newOutcome = (today: string) =>
	z.object({ once: Once, kind: kindAmong(outcomeKinds), enteredOn: upToNow(today) });
export const newCheck = (today: string) =>
	z.object({
		once: Once,
		outcome: Id,
		onDay: upToNow(today),
		still: z.enum(['yes', 'no'], { error: 'landmarks.still-missing' }).transform((said) => said === 'yes'),
	});
export const newGuarantee = (today: string) =>
	z.object({ once: Once, kind: kindAmong(guarantees), since: upToNow(today) });
export const Rhythm = z.object({
	close: z.enum(['yes', 'no'], { error: 'landmarks.rhythm-missing' }).transform((said) => said === 'yes'),
});
export const TiedEnding = z.object({
	ending: Id,
	version: Version,
	step: z.uuid({ error: 'landmarks.step-missing' }),
});
export const SettledEnding = z.object({ ending: Id, version: Version });
export const RelayedExit = z.object({ exit: Id, version: Version });
