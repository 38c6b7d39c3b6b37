import { type RawBuilder, sql } from 'kysely';
import { employerKindOf, saturationOf, welcomeOf } from '../../formats/beyond-codes.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	welcomeModeOf,
} from '../../formats/data-inclusion-codes.ts';
import { type TaxonomyName, taxonomyBehind, termBehind } from '../../formats/hsds-taxonomies.ts';

interface Column {
	readonly name: string;
	/** Of the organisation (`o`), rather than of the service (`s`). */
	readonly ofOrganisation?: true;
	readonly isList: boolean;
	/** Our code of each slug, where they differ. */
	readonly codes?: Readonly<Record<string, string>>;
}

/** Where each taxonomy stands in the directory. */
const columns: Readonly<Record<TaxonomyName, Column>> = {
	thematiques: { name: 'topics', isList: true },
	publics: { name: 'audiences', isList: true, codes: audienceOf },
	type: { name: 'kind', isList: false, codes: kindOf },
	frais: { name: 'fee', isList: false, codes: feeOf },
	modes_accueil: { name: 'welcome_modes', isList: true, codes: welcomeModeOf },
	modes_mobilisation: { name: 'mobilisation_modes', isList: true, codes: mobilisationModeOf },
	mobilisable_par: { name: 'mobilisable_by', isList: true, codes: mobiliserOf },
	reseaux_porteurs: { name: 'networks', isList: true, ofOrganisation: true },
	accueil: { name: 'welcome', isList: false, codes: welcomeOf },
	saturation: { name: 'saturation', isList: false, codes: saturationOf },
	type_employeur: { name: 'employer_kind', isList: false, ofOrganisation: true, codes: employerKindOf },
};

interface Terms {
	readonly termId?: string | undefined;
	readonly taxonomyId?: string | undefined;
}

/** Services that bear a term, or any term of a taxonomy, themselves or through who offers them. */
export const bears = ({ termId, taxonomyId }: Terms): RawBuilder<boolean>[] => [
	...(termId === undefined ? [] : [ofService(termCondition, termBehind(termId))]),
	...(taxonomyId === undefined ? [] : [ofService(anyCondition, taxonomyOf(taxonomyId))]),
];

/** Organisations that bear it, or of which a service does. */
export const isBornBy = ({ termId, taxonomyId }: Terms): RawBuilder<boolean>[] => [
	...(termId === undefined ? [] : [ofOrganisation(termCondition, termBehind(termId))]),
	...(taxonomyId === undefined ? [] : [ofOrganisation(anyCondition, taxonomyOf(taxonomyId))]),
];

interface Sought {
	readonly name: TaxonomyName;
	readonly code: string;
}
type Condition = (column: Column, code: string) => RawBuilder<boolean>;

const taxonomyOf = (id: string): Sought | undefined => {
	const name = taxonomyBehind(id);
	return name && { name, code: '' };
};

/** A term that nobody knows is born by nobody. */
const ofService = (condition: Condition, sought: Sought | undefined): RawBuilder<boolean> =>
	sought ? condition(columns[sought.name], sought.code) : sql<boolean>`false`;

function ofOrganisation(condition: Condition, sought: Sought | undefined): RawBuilder<boolean> {
	const one = ofService(condition, sought);
	if (!sought || columns[sought.name].ofOrganisation) return one;
	return sql<boolean>`exists (select from listed_service s where s.organisation_id = o.id and ${one})`;
}

const refOf = ({ name, ofOrganisation: isOwners }: Column) => sql.ref(`${isOwners ? 'o' : 's'}.${name}`);

function termCondition(column: Column, slug: string): RawBuilder<boolean> {
	const code = column.codes?.[slug] ?? slug;
	const isCategory = column.name === 'topics' && !slug.includes('--');
	if (isCategory)
		return sql<boolean>`exists (select from unnest(${refOf(column)}) topic where topic like ${`${slug}--%`})`;
	return column.isList
		? sql<boolean>`${refOf(column)} @> array[${code}]`
		: sql<boolean>`${refOf(column)} is not distinct from ${code}`;
}

const anyCondition = (column: Column): RawBuilder<boolean> =>
	column.isList ? sql<boolean>`${refOf(column)} <> '{}'` : sql<boolean>`${refOf(column)} is not null`;
