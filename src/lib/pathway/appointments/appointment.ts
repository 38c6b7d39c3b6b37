import * as z from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { instantOf, wallClock } from '#lib/time/zone.ts';
import { mayTell, Once, told } from '../typed.ts';

/** The life of an appointment. Whether it was kept may be corrected; a cancelled one is planned anew, as another. */
const next = {
	planned: ['kept', 'missed', 'cancelled'],
	kept: ['missed'],
	missed: ['kept'],
	cancelled: [],
} as const satisfies Record<string, readonly string[]>;
export type AppointmentState = keyof typeof next;
export const appointmentStates = ['planned', 'kept', 'missed', 'cancelled'] as const;
export const outcomes = ['kept', 'missed', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

export const canAppointmentBecome = (from: AppointmentState, to: AppointmentState): boolean =>
	(next[from] as readonly AppointmentState[]).includes(to);

const clock = 'Europe/Paris';
const furthestYears = 2;

/** Where, when and how long: what may change. Typed on the clocks of Paris. */
const when = {
	on: z.iso.date({ error: 'notes.on-missing' }),
	at: z.string({ error: 'notes.at-missing' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notes.at-missing'),
	minutes: z
		.string()
		.trim()
		.regex(/^\d{1,4}$/, 'notes.minutes-unclear')
		.transform(Number)
		.refine((minutes) => minutes >= 5 && minutes <= 1440, 'notes.minutes-unclear'),
	place: mayTell(300, 'notes.place-long'),
	phone: mayTell(40, 'notes.phone-unclear').refine(
		(phone) => phone === null || /^\+?[\d .()-]{4,40}$/.test(phone),
		'notes.phone-unclear',
	),
};
const remind = {
	remind: z
		.string()
		.optional()
		.transform((ticked) => ticked === 'true'),
};
const Version = z.coerce.number({ error: 'problem.field-invalid' }).int().positive();

/** The instant of a day and an hour, or the field at fault and why: gone, too far, or skipped by summer time. */
export function instantTyped(
	{ on, at }: { on: string; at: string },
	now: Date,
): Date | { readonly field: 'on' | 'at'; readonly reason: TextKey } {
	const wall = Date.parse(`${on}T${at}:00Z`);
	const instant = instantOf(wall, clock);
	if (wallClock(instant, clock) !== wall) return { field: 'at', reason: 'notes.at-skipped' };
	if (instant <= now) return { field: 'on', reason: 'notes.at-past' };
	const furthest = new Date(now);
	furthest.setUTCFullYear(furthest.getUTCFullYear() + furthestYears);
	return instant > furthest ? { field: 'on', reason: 'notes.at-far' } : instant;
}

/** Day and hour become one instant, to come. */
const toInstant =
	(now: Date) =>
	<Typed extends { on: string; at: string }>({ on, at, ...typed }: Typed, ctx: z.RefinementCtx) => {
		const startsAt = instantTyped({ on, at }, now);
		if (startsAt instanceof Date) return { ...typed, startsAt };
		ctx.addIssue({ code: 'custom', path: [startsAt.field], message: startsAt.reason });
		return z.NEVER;
	};

/** An appointment as it is typed at an instant. */
export const newAppointment = (now: Date) =>
	z
		.object({
			once: Once,
			subjectLine: told(200, 'notes.line-missing', 'notes.line-long'),
			withName: told(120, 'notes.with-missing', 'notes.with-long'),
			...when,
			...remind,
			stepId: z
				.union([z.literal(''), z.uuid({ error: 'notes.step-unknown' })], { error: 'notes.step-unknown' })
				.optional()
				.transform((id) => id || null),
		})
		.transform(toInstant(now));
export type NewAppointment = z.infer<ReturnType<typeof newAppointment>>;

/** Another moment or place for the same appointment, as it was when read. */
export const movedAppointment = (now: Date) =>
	z.object({ version: Version, ...when, ...remind }).transform(toInstant(now));
export type MovedAppointment = z.infer<ReturnType<typeof movedAppointment>>;

/** What became of it; why, unless it was kept. */
export const EndedAppointment = z
	.object({
		version: Version,
		outcome: z.enum(outcomes, { error: 'notes.outcome-missing' }),
		reason: mayTell(500, 'notes.reason-long'),
	})
	.refine(({ outcome, reason }) => outcome === 'kept' || reason !== null, {
		path: ['reason'],
		message: 'notes.reason-missing',
	});
export type EndedAppointment = z.infer<typeof EndedAppointment>;

/** What became of it cannot be told before its hour; cancelling can. */
export const endBlockedBy = (
	{ state, startsAt }: { state: AppointmentState; startsAt: Date },
	outcome: Outcome,
	at: Date,
): TextKey | undefined => {
	if (!canAppointmentBecome(state, outcome)) return 'notes.ended-already';
	return outcome !== 'cancelled' && startsAt > at ? 'notes.kept-early' : undefined;
};
