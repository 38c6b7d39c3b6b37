import * as z from 'zod';
import { Email } from '#lib/access/email.ts';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';
import { contactRules, protections } from '#lib/person/protection.ts';
import { mayTell, told } from './typed.ts';

/** The first and the last year of birth that are believed. */
const oldest = 1900;

const BirthYear = z
	.string()
	.trim()
	.default('')
	.refine(
		(year) => year === '' || (/^\d{4}$/.test(year) && Number(year) >= oldest),
		'person.birth-year-wrong',
	)
	.transform((year) => (year === '' ? null : Number(year)));

const Phone = z
	.string()
	.trim()
	.default('')
	.refine((phone) => phone === '' || /^\+?[\d .()-]{3,40}$/.test(phone), 'person.phone-wrong')
	// A number from abroad, with its +, may have thirteen figures: no social security number has a +.
	.refine((phone) => phone.startsWith('+') || !looksLikeNir(phone), 'notes.nir')
	.transform((phone) => phone || null);

const ticked = z
	.string()
	.optional()
	.transform((value) => value === 'true');

/** Her sheet as it is typed. There is no field for a social security number, and none is taken in another. */
export const Sheet = z
	.object({
		version: z.coerce.number().int(),
		name: told(80, 'person.name-missing', 'person.name-long'),
		words: mayTell(2000, 'person.words-long'),
		phone: Phone,
		email: z.union([z.literal('').transform(() => null), Email], 'person.email-wrong').default(null),
		language: z
			.union([z.literal('').transform(() => null), z.string().regex(/^[a-z]{2,3}$/)], 'person.language-wrong')
			.default(null),
		interpreter: ticked,
		/** As typed: « Lens », « 62300 », « Saint-Denis (93) ». */
		commune: z.string().trim().max(120, 'person.commune-unknown').default(''),
		birthYear: BirthYear,
		contactRule: z.enum(contactRules, 'person.contact-rule-missing'),
		safeContact: mayTell(500, 'person.safe-contact-long'),
		protection: z.enum(protections, 'person.protection-missing'),
	})
	.refine(({ contactRule, safeContact }) => contactRule !== 'careful' || safeContact !== null, {
		path: ['safeContact'],
		message: 'person.safe-contact-missing',
	});
export type Sheet = z.output<typeof Sheet>;
