import * as z from 'zod';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import { longestMonths, namedBy, textVersion, usualMonths, witnessed } from './agreement.ts';
import { ordinaryDomains, subjects } from './domain.ts';

/** The purposes of an agreement recorded by hand; a referral and a relay record their own. */
export const givenPurposes = ['follow-up', 'open-rights', 'lodging', 'health', 'work'] as const;
/** The proofs of one; her code proves another kind, recorded where it is typed. */
export const givenProofs = ['signed', 'oral', 'click', 'helper'] as const;

const short = (most: number) =>
	z
		.string()
		.trim()
		.max(most, 'agreements.long')
		.optional()
		.transform((text) => text || null);

/**
 * The form of an agreement on a calendar day in Paris. What is not said is asked: nothing is ticked beforehand; the end
 * alone has a usual value, and a latest one.
 */
export const agreementForm = (today: string) =>
	z
		.object({
			/** Made when the check page is shown: recording twice is recording once. */
			id: z.uuid().optional(),
			level: z.enum(['1', '2', '3', '4', '5'], 'agreements.level-missing').transform(toLevel),
			domains: z.array(z.enum(ordinaryDomains, 'agreements.domains-missing')).default([]),
			subject: z.enum(subjects, 'agreements.subject-missing').optional(),
			organisation: z.uuid('agreements.organisation-missing'),
			team: short(80),
			purpose: z.enum(givenPurposes, 'agreements.purpose-missing'),
			until: z
				.union([z.iso.date('agreements.until-wrong'), z.literal('')], 'agreements.until-wrong')
				.optional(),
			proof: z.enum(givenProofs, 'agreements.proof-missing'),
			witness: short(120),
			language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'agreements.language-missing'),
			textVersion: z.literal(textVersion, 'agreements.text-changed').optional(),
		})
		.superRefine((form, { addIssue }) => {
			const need = (field: string, message: string, missing: boolean) =>
				missing && addIssue({ code: 'custom', path: [field], message });
			need('domains', 'agreements.domains-missing', form.level === 4 && form.domains.length === 0);
			need('subject', 'agreements.subject-missing', form.level === 5 && !form.subject);
			need('witness', 'agreements.witness-missing', witnessed(form.proof) && !form.witness);
			const { until = '' } = form;
			const said = /^\d{4}-\d\d-\d\d$/.test(until);
			need('until', 'agreements.until-past', said && until < today);
			need('until', 'agreements.until-far', said && until > addMonths(today, longestMonths));
		})
		.transform(({ subject, domains, until, ...form }) => ({
			...form,
			domains: named(form.level, domains, subject),
			until: until || addMonths(today, usualMonths(form.proof)),
		}));
export type AgreementForm = z.output<ReturnType<typeof agreementForm>>;

const toLevel = (text: '1' | '2' | '3' | '4' | '5') => (({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 }) as const)[text];

/** Boxes of a level that is not chosen may stay ticked behind it: they mean nothing. */
const named = (level: AgreementLevel, domains: readonly string[], subject: string | undefined): string[] =>
	[...new Set(level === 5 && subject ? [subject] : domains)].filter((name) => namedBy(level).includes(name));
type AgreementLevel = ReturnType<typeof toLevel>;
