import type { Act } from '#lib/server/act.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import type { EntryKind } from '../../fields.ts';
import { type Address, TypedAddress } from '../address.ts';
import { mergeEdits, sameValue } from '../merge-edits.ts';
import { readEntryForm } from '../read-entry-form.ts';
import { editEntry } from './edit-entry.ts';
import { type EntryToEdit, entryToEdit } from './entry-to-edit.ts';

/** A form to be shown again: what was typed, what is wrong, and the values it is now drawn from. */
export interface NotSaved {
	readonly values: Readonly<Record<string, unknown>>;
	readonly address: Readonly<Record<keyof Address, string>>;
	readonly errors: Readonly<Record<string, string>>;
	readonly drawn: string;
}

/** Saves the form of an entry; undefined when it is done. What somebody else changed meanwhile is kept, or asked about. */
export async function answerEntryForm(
	act: Act,
	kind: EntryKind,
	id: string,
	data: FormData,
): Promise<NotSaved | undefined> {
	const now = await entryToEdit(act, kind, id);
	const drawn = readDrawn(data.get('drawn')) ?? now;
	const { typed, errors: wrong } = readEntryForm(kind, data);
	const address = readTypedAddress(data);
	const { changed, conflicts } = mergeEdits(Object.keys(now.values), drawn.values, typed, now.values);
	const errors = {
		...Object.fromEntries(conflicts.map((field) => [field, sayConflict(now.values[field])])),
		...address.errors,
		...wrong,
	};
	if (Object.keys(errors).length > 0)
		return { values: typed, address: address.texts, errors, drawn: writeDrawn(now) };
	const moved = !sameValue(address.value, drawn.address) && !sameValue(address.value, now.address);
	await editEntry(act, {
		kind,
		id,
		organisationId: now.organisationId,
		changed,
		...(moved && address.value && { address: address.value }),
	});
	return undefined;
}

/** What a form remembers of the values it was drawn from. */
export const writeDrawn = ({ values, address }: Pick<EntryToEdit, 'values' | 'address'>): string =>
	JSON.stringify({ values, address });

function readDrawn(given: FormDataEntryValue | null): Pick<EntryToEdit, 'values' | 'address'> | undefined {
	try {
		const read: unknown = JSON.parse(String(given));
		return isDrawn(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;
const isDrawn = (given: unknown): given is Pick<EntryToEdit, 'values' | 'address'> =>
	isObject(given) &&
	'values' in given &&
	isObject(given.values) &&
	'address' in given &&
	isObject(given.address);

const parts = ['address', 'addressMore', 'postcode', 'communeName'] as const;

/** The address of a form: its texts as they were typed, its value when it is right, its mistakes by part. */
export function readTypedAddress(data: FormData) {
	const [address = '', addressMore = '', postcode = '', communeName = ''] = parts.map((part) =>
		String(data.get(part) ?? ''),
	);
	const texts = { address, addressMore, postcode, communeName };
	const { data: value, error } = TypedAddress.safeParse(texts);
	const errors = Object.fromEntries(
		(error?.issues ?? []).map(({ path, message }) => [
			String(path[0]),
			translate(isTextKey(message) ? message : 'problem.field-invalid'),
		]),
	);
	return { texts, value, errors };
}

const sayConflict = (value: unknown): string =>
	translate('edit.conflict', {
		value:
			value === null || value === undefined || value === ''
				? translate('edit.nothing')
				: typeof value === 'string' || typeof value === 'number'
					? String(value)
					: JSON.stringify(value),
	});
