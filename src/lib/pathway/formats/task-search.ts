import { z } from 'zod';
import { type TaskStatus, taskStatuses } from '../referrals/task-status.ts';

const statuses = [...new Set(Object.values(taskStatuses).map(([status]) => status))];
const isStatus = (told: unknown): told is TaskStatus => statuses.some((status) => status === told);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A reference, with its kind or without: `Organization/…` or `…`. */
const reference = (kind: string, id: RegExp) =>
	z
		.string()
		.transform((told) => told.replace(new RegExp(`^(?:.*/)?${kind}/`), ''))
		.refine((told) => id.test(told), 'exchange.reference-wrong');

const operators = { ge: '>=', gt: '>', le: '<=', lt: '<' } as const;
const instant = /^(ge|gt|le|lt)(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?)$/;

const updated = z.string().transform((told, context) => {
	const [, prefix, date] = instant.exec(told.replaceAll(' ', '+')) ?? [];
	const at = new Date(date ?? '');
	if (prefix && !Number.isNaN(at.getTime()))
		return { operator: operators[prefix as keyof typeof operators], at };
	context.addIssue({ code: 'custom', message: 'exchange.date-wrong' });
	return z.NEVER;
});

const patient = reference('Patient', /^[0-9a-f]{32}$/i).optional();
const whole = (most: number, usual: number) =>
	z
		.string()
		.regex(/^\d{1,7}$/, 'exchange.number-wrong')
		.transform((told) => Math.min(Number(told), most))
		.default(usual);

const includes = ['*', 'Task:focus', 'Task:patient', 'Task:for', 'Task:owner', 'Task:requester'] as const;

/** The kinds of resources that come along with the Tasks found. */
const included: Readonly<Record<(typeof includes)[number], readonly string[]>> = {
	'*': ['ServiceRequest', 'Patient', 'Organization', 'Consent'],
	'Task:focus': ['ServiceRequest'],
	'Task:patient': ['Patient'],
	'Task:for': ['Patient'],
	'Task:owner': ['Organization'],
	'Task:requester': ['Organization'],
};

/** What a search of Tasks may say: the parameters of Gravity 3.0.0 that we hold. */
export const TaskSearch = z
	.strictObject({
		_id: z.string().regex(uuid, 'exchange.reference-wrong').optional(),
		status: z.array(z.custom<TaskStatus>(isStatus, 'exchange.status-wrong')).optional(),
		_lastUpdated: z.array(updated).max(2).optional(),
		patient,
		for: patient,
		subject: patient,
		owner: reference('Organization', uuid).optional(),
		requester: reference('Organization', uuid).optional(),
		focus: reference('ServiceRequest', uuid).optional(),
		code: z.string().optional(),
		_include: z.array(z.enum(includes, 'exchange.include-wrong')).default([]),
		_count: whole(100, 50),
		_offset: whole(1_000_000, 0),
	})
	.transform((asked) => ({
		id: asked._id ?? asked.focus,
		// One referral, one request: asking for both asks for the same.
		nothing:
			(asked._id !== undefined && asked.focus !== undefined && asked._id !== asked.focus) ||
			(asked.code !== undefined && !/(^|\|)fulfill$/.test(asked.code)),
		statuses: asked.status,
		updated: asked._lastUpdated,
		patientId: asked.patient ?? asked.for ?? asked.subject,
		ownerId: asked.owner,
		requesterId: asked.requester,
		along: asked._include.flatMap((name) => included[name]),
		limit: asked._count,
		offset: asked._offset,
	}));
export type TaskSearch = z.output<typeof TaskSearch>;
export const listed = ['status', '_lastUpdated', '_include'] as const;
