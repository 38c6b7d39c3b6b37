import * as z from 'zod';
import { Email } from '#lib/access/email.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey } from '#lib/texts/translator.ts';
import { type AnyField, type EntryKind, editableFields, isFieldOf } from '../fields.ts';
import { shownValue } from './shown-proposition.ts';
import { readTypedHours } from './typed-hours.ts';

/** The fields that anyone may correct, in words: the others need a list to choose from, and are said freely. */
export const proposable = {
	organisation: ['name', 'phone', 'email', 'website', 'openingHours', 'description'],
	service: [
		'name',
		'phone',
		'email',
		'openingHours',
		'mobilisationLink',
		'mobilisationDetails',
		'conditions',
		'feeDetails',
		'audienceDetails',
		'description',
	],
} as const satisfies Record<EntryKind, readonly AnyField[]>;
export type ProposableField = (typeof proposable)[EntryKind][number];

const hidden: ReadonlySet<string> = new Set(['phone', 'email', 'contactName']);

/** What is somebody's own is neither shown nor asked for. */
export const proposableFields = (kind: EntryKind, contactPrivate: boolean): readonly ProposableField[] =>
	proposable[kind].filter((field) => !contactPrivate || !hidden.has(field));

/** Whether a value accepted for this field would publish what the entry keeps private. */
export const publishesContact = (field: string, contactPrivate: boolean): boolean =>
	contactPrivate && hidden.has(field);

/** What is decided apart from the entry's fields: closed for good, or said freely. */
export type DecidedField = AnyField | 'closed' | 'words';

export interface ProposedField {
	readonly field: DecidedField;
	/** What the page showed. */
	readonly before: unknown;
	readonly proposed: unknown;
}

const nothingTyped = z.literal('').transform(() => undefined);

/** What the form asks beside the fields of the entry. */
export const Proposal = z.object({
	words: z.string().trim().max(2000, 'upkeep.words-long').default(''),
	closed: z.literal('true').optional(),
	/** To be told what became of it; forgotten afterwards. */
	contact: z.union([nothingTyped, Email]).optional(),
	/** The link of the mail that led here, if one did. */
	lettre: z.string().max(100).optional(),
	/** Nobody sees this field: only machines fill it. */
	surnom: z.string().optional(),
});

/** What the form of a correction shows: hours as people write them, the code of exchange formats is nobody's language. */
export const typedValue = (field: ProposableField, value: string | null): string =>
	field === 'openingHours' ? shownValue(field, value).join('\n') : (value ?? '');

/** What an entry says now, of the fields that anyone may correct. */
export type Shown = Readonly<Partial<Record<ProposableField, string | null>>>;

export interface ReadProposal {
	readonly fields: readonly ProposedField[];
	/** One sentence's key a field that does not follow its rule. */
	readonly errors: Readonly<Record<string, TextKey>>;
}

/**
 * Reads what was typed against what the page showed: only what differs is proposed. Hours that cannot be read for
 * certain are passed on in the person's own words.
 */
export function readProposal(
	kind: EntryKind,
	shown: Shown,
	typed: Readonly<Record<string, string | undefined>>,
	today: string,
): ReadProposal {
	const fields: ProposedField[] = [];
	const errors: Record<string, TextKey> = {};
	const words = [typed.words?.trim() ?? ''];
	for (const field of proposable[kind]) {
		const before = shown[field];
		const said = plain(typed[field]);
		if (before === undefined || said === undefined || said === plain(typedValue(field, before))) continue;
		const hours = field === 'openingHours' && said !== '' ? readTypedHours(said) : said;
		if (hours === undefined) {
			words.push(said);
			continue;
		}
		const read = checked(kind, field, hours === '' ? null : hours);
		if (!read.ok) errors[field] = read.reason;
		else if (read.value !== before) fields.push({ field, before, proposed: read.value });
	}
	if (typed.closed === 'true') fields.unshift({ field: 'closed', before: null, proposed: today });
	const free = words.filter(Boolean).join('\n');
	if (free) fields.unshift({ field: 'words', before: null, proposed: free });
	return { fields, errors };
}

/** Browsers send other line ends than those that were shown. */
const plain = (text: string | null | undefined): string | undefined => text?.replaceAll('\r\n', '\n').trim();

type Checked =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly reason: TextKey };

/** A value against the rule of its field. */
function checked(kind: EntryKind, field: string, value: unknown): Checked {
	if (!isFieldOf(kind, field)) return { ok: false, reason: 'fields.unknown' };
	const rules: Readonly<Record<string, z.ZodType>> = editableFields[kind];
	const read = rules[field]!.safeParse(value);
	if (read.success) return { ok: true, value: read.data };
	const reason = read.error.issues[0]?.message ?? '';
	return { ok: false, reason: isTextKey(reason) ? reason : 'fields.wrong-value' };
}
