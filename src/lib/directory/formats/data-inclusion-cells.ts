import { withoutGuard } from './cell.ts';
import { cleanText } from './clean-text.ts';
import { isDay, isLink } from './data-inclusion-rules.ts';
import type { Notes } from './notes.ts';
import type { RawRow } from './row.ts';

type Reader = (text: string) => unknown;

const readerOf: Readonly<Record<string, Reader>> = {
	longitude: readNumber,
	latitude: readNumber,
	volume_horaire_hebdomadaire: readNumber,
	nombre_semaines: readNumber,
	date_maj: readDay,
	code_postal: restoreZero,
	code_insee: restoreZero,
	siret: (text) => text.replace(/\s/g, ''),
	courriel: (text) => text.replace(/^mailto:/i, ''),
	lien_source: readLink,
	site_web: readLink,
	accessibilite_lieu: readLink,
	lien_mobilisation: readLink,
	reseaux_porteurs: readList,
	thematiques: readList,
	publics: readList,
	modes_accueil: readList,
	zone_eligibilite: readList,
	modes_mobilisation: readList,
	mobilisable_par: readList,
	langues: readList,
	capacite: readNumber,
	places_restantes: readNumber,
	delai_reponse_jours: readNumber,
	adresse_confidentielle: readYesOrNo,
	contact_confidentiel: readYesOrNo,
	fermetures: readItems,
	arrets: readItems,
	offres: readItems,
	ressources: readItems,
};

/** Told when read otherwise than written: what the eye does not see at once. */
const corrected = new Set([readDay, restoreZero, readLink] as Reader[]);

/**
 * Reads the values of a line as spreadsheets write them: an empty cell is nothing, a list is separated by `,`, `;` or
 * `|`, a number may have a decimal comma, a date may be JJ/MM/AAAA. What is no text stays as it is.
 */
export function readCells(values: RawRow['values'], notes: Notes): Record<string, unknown> {
	const read = Object.entries(values).map(([name, given]) => {
		if (typeof given !== 'string') return [name, given] as const;
		const text = cleanText(withoutGuard(given));
		if (text === '') return [name, null] as const;
		const reader = readerOf[name];
		const value = reader ? reader(text) : text;
		if (reader && corrected.has(reader) && value !== text)
			notes.warn(name, given, 'imports.field.read-as', { value: shortened(given), read: String(value) });
		return [name, value] as const;
	});
	return Object.fromEntries(read);
}

/** Long enough to be known again in a sentence. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function readNumber(text: string): unknown {
	const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
	return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text;
}

function readDay(text: string): string {
	const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
	const [, date = '', month = '', year] = french ?? [];
	const day = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text.split(/[T ]/)[0]!;
	return isDay(day) ? day : text;
}

/** A spreadsheet takes « 01000 » for a number and drops its zero. */
function restoreZero(text: string): string {
	return /^\d{4}$/.test(text) ? `0${text}` : text;
}

/** Adds the `https://` that people leave out, and writes accents and spaces as RFC 3986 wants them. */
function readLink(text: string): string {
	if (isLink(text)) return text;
	const whole = /^www\./i.test(text) ? `https://${text}` : text;
	if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return text;
	const plain = new URL(whole).href.replace(/[|[\]\\^`{}"<>]/g, encodeURIComponent);
	return isLink(plain) ? plain : text;
}

function readList(text: string): unknown {
	const items = jsonList(text) ?? text.replace(/^[[{](.*)[\]}]$/s, '$1').split(/[,;|]/);
	const read = items.map((item) => (typeof item === 'string' ? unquoted(item.trim()) : item));
	const told = [...new Set(read)].filter((item) => item !== '');
	return told.length > 0 ? told : null;
}

function readYesOrNo(text: string): unknown {
	if (/^(?:oui|vrai|true|yes|1|x)$/i.test(text)) return true;
	return /^(?:non|faux|false|no|0)$/i.test(text) ? false : text;
}

/** A table writes nested items as JSON. */
function readItems(text: string): unknown {
	return jsonList(text) ?? text;
}

function jsonList(text: string): unknown[] | undefined {
	if (!text.startsWith('[')) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

const unquoted = (text: string): string => text.replace(/^(['"])(.*)\1$/s, '$2');
