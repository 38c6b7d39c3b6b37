import { answerForm, type FormAnswer } from '#lib/access/form-answer.ts';
import type { Asking } from '#lib/access/server/asking.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { type FormErrors, formErrors, parseForm } from '#lib/form.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import type { EntryKind } from '../../fields.ts';
import { findOrganisation } from '../../server/organisations.ts';
import { findService } from '../../server/services.ts';
import { type ProposableField, Proposal, proposableFields, readProposal, type Shown } from '../proposal.ts';
import { dayInParis } from './due-services.ts';
import { proposeCorrection } from './propose-correction.ts';

/** An entry as somebody corrects it. */
export interface Correctable {
	readonly kind: EntryKind;
	readonly id: string;
	readonly name: string;
	readonly organisationId: string;
	/** What its own page says, of the fields that anyone may correct; what is private is left out. */
	readonly shown: Shown;
}

/** @throws Refusal 404 when there is none */
export async function findCorrectable(act: Act, kind: EntryKind, id: string): Promise<Correctable> {
	const entry = kind === 'service' ? await findService(act, id) : await findOrganisation(act, id);
	const fields = proposableFields(kind, entry.contactPrivate);
	const told: Readonly<Partial<Record<ProposableField, string | null>>> = entry;
	return {
		kind,
		id: entry.id,
		name: entry.name,
		organisationId: 'organisation' in entry ? entry.organisation.id : entry.id,
		shown: Object.fromEntries(fields.map((field) => [field, told[field] ?? null])),
	};
}

/**
 * Reads the form of a correction and takes what it proposes. A form that a machine filled is thanked like any other, and
 * forgotten; everything typed comes back with an error.
 */
export async function correctEntry(
	{ act, door, actor }: Asking,
	data: FormData,
	{ kind, id }: { readonly kind: EntryKind; readonly id: string },
	visitor: Visitor,
): Promise<FormAnswer<void> | FormErrors> {
	const entry = await act((here) => findCorrectable(here, kind, id));
	const form = parseForm(data, Proposal);
	const typed = typedTexts(data);
	if (!form.ok) return form;
	const { words, closed, contact, lettre, surnom } = form.value;
	if (surnom) return { ok: true, value: undefined };
	const { fields, errors } = readProposal(
		kind,
		entry.shown,
		{ ...typed, words, closed },
		dayInParis(new Date()),
	);
	const problems = Object.entries(errors).map(([field, reason]) => [field, translate(reason)]);
	if (problems.length > 0) return formErrors(Object.fromEntries(problems), typed);
	if (fields.length === 0) return formErrors({ words: translate('upkeep.nothing-said') }, typed);
	return answerForm(typed, () =>
		proposeCorrection(
			{ door, actor },
			{ ...entry, fields, contactEmail: contact ?? null, letterToken: lettre },
			visitor,
		),
	);
}

const typedTexts = (data: FormData): Record<string, string> =>
	Object.fromEntries([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
