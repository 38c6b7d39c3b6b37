import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';
import { employerKindOf, saturationOf, welcomeOf } from './beyond-codes.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	slugOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';
import { idOf } from './hsds-ids.ts';
import type { HsdsAttribute } from './hsds-schema.ts';
import { type TaxonomyName, termId, termWithId } from './hsds-taxonomies.ts';

type Slugs = Readonly<Partial<Record<TaxonomyName, readonly string[]>>>;

/** The closed lists of a service, as slugs of data·inclusion. */
export const slugsOfService = (service: Service): Slugs => ({
	type: service.kind ? [slugOf(kindOf, service.kind)] : [],
	thematiques: service.topics,
	publics: service.audiences.map((code) => slugOf(audienceOf, code)),
	frais: service.fee ? [slugOf(feeOf, service.fee)] : [],
	modes_accueil: service.welcomeModes.map((code) => slugOf(welcomeModeOf, code)),
	modes_mobilisation: service.mobilisationModes.map((code) => slugOf(mobilisationModeOf, code)),
	mobilisable_par: service.mobilisableBy.map((code) => slugOf(mobiliserOf, code)),
	accueil: service.welcome ? [slugOf(welcomeOf, service.welcome)] : [],
	saturation: service.saturation ? [slugOf(saturationOf, service.saturation)] : [],
});

export const slugsOfOrganisation = (organisation: Organisation): Slugs => ({
	reseaux_porteurs: organisation.networks,
	type_employeur: organisation.employerKind ? [slugOf(employerKindOf, organisation.employerKind)] : [],
});

/** Each slug as an attribute that bears its term; a slug that left its list is left out. */
export const attributesOf = (entity: 'service' | 'organization', id: string, slugs: Slugs): HsdsAttribute[] =>
	Object.entries(slugs).flatMap(([name, codes]) =>
		codes.flatMap((code) => {
			const term = termWithId(termId(name as TaxonomyName, code));
			if (!term) return [];
			return [
				{
					id: idOf('attribute', id, term.id),
					link_id: id,
					link_type: 'taxonomy_term',
					link_entity: entity,
					taxonomy_term_id: term.id,
					taxonomy_term: term,
					value: code,
				},
			];
		}),
	);
