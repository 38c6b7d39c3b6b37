import { type RawBuilder, sql } from 'kysely';
import { foldedLetters, wordsOf } from '../folded.ts';

/** Entries whose texts hold each word of a search, capitals and accents aside. */
export function holdsWords(search: string | undefined, texts: RawBuilder<unknown>): RawBuilder<boolean>[] {
	if (search === undefined) return [];
	const patterns = wordsOf(search).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
	const { accented, plain } = foldedLetters;
	return [
		sql<boolean>`translate(lower(concat_ws(' ', ${texts})), ${accented}, ${plain}) like all(${patterns}::text[])`,
	];
}

/** What a search of services looks into. */
export const textsOfService = sql`s.name, o.name, p.commune_name, s.description, s.conditions`;

/** What a search of organisations looks into. */
export const textsOfOrganisation = sql`o.name, p.commune_name, o.description`;
