import { shownInstant } from '#lib/access/shown-date.ts';
import { languageName, offeredLanguages } from '#lib/directory/language-names.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';

interface Read {
	readonly name: string;
	readonly words: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly language: string | null;
	readonly interpreter: boolean;
	readonly birthYear: number | null;
	readonly communeName: string | null;
	readonly departmentCode: string | null;
	readonly contactRule: string;
	readonly safeContact: string | null;
	readonly protection: string;
	readonly version: number;
	readonly draft: { readonly fields: Readonly<Record<string, string>>; readonly savedAt: Date } | undefined;
}

/** Her sheet as a form shows it: what is known, or what its reader was typing when the page closed. */
export function showSheet(id: string, sheet: Read) {
	const { draft } = sheet;
	return {
		id,
		version: sheet.version,
		values: draft?.fields ?? valuesOf(sheet),
		draft: draft && shownInstant(draft.savedAt),
		languages: languageOptions(sheet.language),
	};
}

function valuesOf(sheet: Read): Readonly<Record<string, string>> {
	const { name, contactRule, protection, communeName, departmentCode, version } = sheet;
	return {
		...{ name, contactRule, protection, version: String(version) },
		words: sheet.words ?? '',
		phone: sheet.phone ?? '',
		email: sheet.email ?? '',
		language: sheet.language ?? '',
		interpreter: String(sheet.interpreter),
		birthYear: sheet.birthYear === null ? '' : String(sheet.birthYear),
		commune: communeName ? shownCommune(communeName, departmentCode) : '',
		safeContact: sheet.safeContact ?? '',
	};
}

/** What the list does not offer, but is known, stays chosen. */
function languageOptions(known: string | null): readonly Option[] {
	const offered: readonly string[] = known ? [...new Set([...offeredLanguages, known])] : offeredLanguages;
	return [
		{ value: '', label: translate('person.language-none') },
		...offered.map((value) => ({ value, label: languageName(value) })),
	];
}

/** « Lens (62) »: a commune as it is shown, and understood when it is typed so. */
export const shownCommune = (name: string, department: string | null): string =>
	department ? `${name} (${department})` : name;
