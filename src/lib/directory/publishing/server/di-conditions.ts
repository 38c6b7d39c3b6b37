import { type RawBuilder, sql } from 'kysely';
import { audienceOf, feeOf, kindOf, slugsOf, welcomeModeOf } from '../../formats/data-inclusion-codes.ts';
import { topics } from '../../topic.ts';
import { folded, foldedLetters, wordsOf } from '../folded.ts';
import type { AskedServices, AskedStructures } from './di-parameters.ts';
import { isWorth } from './score-condition.ts';
import { holdsWords } from './search-condition.ts';

type Condition = RawBuilder<boolean>;
type Territory = Pick<
	AskedStructures,
	'code_region' | 'slug_region' | 'code_departement' | 'slug_departement' | 'code_commune'
>;
/** The filters that lists and searches share. */
export type OfServices = Omit<AskedServices, keyof Territory>;

export const conditionsOfStructures = (asked: AskedStructures): Condition[] =>
	[
		asked.sources && sql<boolean>`o.source = any(${asked.sources}::text[])`,
		asked.reseaux_porteurs && sql<boolean>`o.networks && ${asked.reseaux_porteurs}::text[]`,
		...isIn(asked),
	].filter((one) => one !== undefined);

export const conditionsOfServices = (asked: OfServices & Territory, today: string): Condition[] => [
	...conditionsOfAnyService(asked, today),
	...isIn(asked),
];

export const conditionsOfAnyService = (asked: OfServices, today: string): Condition[] =>
	[
		asked.sources && sql<boolean>`s.source = any(${asked.sources}::text[])`,
		asked.thematiques && sql<boolean>`s.topics && ${topicsUnder(asked.thematiques)}::text[]`,
		asked.frais && sql<boolean>`s.fee = any(${asked.frais.map((slug) => feeOf[slug])}::text[])`,
		asked.types && sql<boolean>`s.kind = any(${asked.types.map((slug) => kindOf[slug])}::text[])`,
		asked.modes_accueil &&
			sql<boolean>`s.welcome_modes && ${asked.modes_accueil.map((slug) => welcomeModeOf[slug])}::text[]`,
		...welcomes(asked.publics),
		...mentions(asked.recherche_public),
		asked.score_qualite_minimum === undefined ? undefined : isWorth(asked.score_qualite_minimum, today),
	].filter((one) => one !== undefined);

/** A category stands for its topics. */
const topicsUnder = (asked: readonly string[]): string[] =>
	topics.filter((topic) => asked.some((slug) => topic === slug || topic.startsWith(`${slug}--`)));

/** What is for everybody is for each audience; asking for everybody asks for nothing. */
function welcomes(publics: OfServices['publics']): Condition[] {
	if (!publics || publics.includes('tous-publics')) return [];
	const wanted = ['everyone', ...publics.map((slug) => audienceOf[slug])];
	return [sql<boolean>`s.audiences && ${wanted}::text[]`];
}

/** Words among the audiences, by their slugs, or in what is said of them. */
function mentions(words: string | undefined): Condition[] {
	if (words === undefined) return [];
	const named = slugsOf(audienceOf).filter((slug) =>
		wordsOf(words).some((word) => folded(slug).includes(word)),
	);
	const [said] = holdsWords(words, sql`s.audience_details`);
	return [
		sql<boolean>`(s.audiences && ${named.map((slug) => audienceOf[slug])}::text[] or ${said ?? sql`false`})`,
	];
}

/** Where its place is; `p` of the page being read. */
function isIn(asked: Territory): Condition[] {
	const { code_commune: code, code_departement, slug_departement, code_region, slug_region } = asked;
	return [
		code === undefined ? undefined : sql<boolean>`(p.commune_code = ${code} or p.insee_code = ${code})`,
		code_departement === undefined ? undefined : inCommune(sql`c.department_code = ${code_departement}`),
		slug_departement === undefined ? undefined : inCommune(isNamed('department', slug_departement)),
		code_region === undefined ? undefined : inCommune(sql`c.region_code = ${code_region}`),
		slug_region === undefined ? undefined : inCommune(isNamed('region', slug_region)),
	].filter((one) => one !== undefined);
}

const inCommune = (condition: RawBuilder<unknown>): Condition =>
	sql<boolean>`p.commune_code in (select c.code from commune c where ${condition})`;

const { accented, plain } = foldedLetters;
const isNamed = (kind: 'department' | 'region', slug: string) =>
	sql`${sql.ref(`c.${kind}_code`)} in (select t.code from territory t where t.kind = ${kind}
		and regexp_replace(translate(lower(t.name), ${accented}, ${plain}), '[^a-z0-9]+', '-', 'g') = ${slug})`;
