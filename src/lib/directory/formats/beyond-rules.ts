import { z } from 'zod';
import type { Closure, Offer, Resource } from '../organisation.ts';
import type { Stop } from '../service.ts';
import {
	acceptanceOf,
	directionOf,
	employerKindOf,
	offerKindOf,
	resourceKindOf,
	saturationOf,
	welcomeOf,
} from './beyond-codes.ts';
import { slugsOf } from './data-inclusion-codes.ts';
import * as is from './data-inclusion-rules.ts';

const someText = () => is.text().nullish();
const someDay = () => is.day().nullish();
const rule = 'imports.field.not-list';

const closure = z
	.object({ du: is.day(), au: someDay(), motif: someText() })
	.refine(({ du, au }) => !au || au >= du, 'imports.field.closure-backwards')
	.transform(({ du, au, motif }): Closure => ({ from: du, to: au ?? null, reason: motif ?? null }));

const stop = z
	.object({
		nom: is.filled(),
		adresse: someText(),
		code_insee: is.pattern(/^\w{5}$/, 'imports.field.insee-code').nullish(),
		longitude: is.number().refine((given) => Math.abs(given) <= 180, 'imports.field.not-degrees'),
		latitude: is.number().refine((given) => Math.abs(given) <= 90, 'imports.field.not-degrees'),
		horaires: someText(),
		dates: z.array(is.day(), rule).nullish(),
	})
	.transform(
		(told): Stop => ({
			name: told.nom,
			address: told.adresse ?? null,
			communeCode: told.code_insee ?? null,
			longitude: told.longitude,
			latitude: told.latitude,
			openingHours: told.horaires ?? null,
			dates: told.dates ?? [],
		}),
	);

const offer = z
	.object({
		type: is.code(slugsOf(offerKindOf)),
		intitule: is.textBetween(3, 150),
		code_rome: is.pattern(/^[A-N]\d{4}$/, 'imports.field.rome').nullish(),
		description: someText(),
		accepte: is.list(is.code(slugsOf(acceptanceOf))).nullish(),
		places: is.wholeFrom(0).nullish(),
		jusquau: someDay(),
	})
	.transform(
		(told): Offer => ({
			kind: offerKindOf[told.type],
			title: told.intitule,
			romeCode: told.code_rome ?? null,
			description: told.description ?? null,
			accepts: (told.accepte ?? []).map((slug) => acceptanceOf[slug]),
			places: told.places ?? null,
			until: told.jusquau ?? null,
		}),
	);

const resource = z
	.object({
		sens: is.code(slugsOf(directionOf)),
		type: is.code(slugsOf(resourceKindOf)),
		intitule: is.textBetween(3, 150),
		description: someText(),
		jusquau: someDay(),
	})
	.transform(
		(told): Resource => ({
			direction: directionOf[told.sens],
			kind: resourceKindOf[told.type],
			title: told.intitule,
			description: told.description ?? null,
			until: told.jusquau ?? null,
		}),
	);

/** BCP 47, as a browser knows it. */
export function isLanguage(given: string): boolean {
	try {
		return Intl.getCanonicalLocales(given).length === 1;
	} catch {
		return false;
	}
}

const shared = {
	langues: is.list(is.text().refine(isLanguage, 'imports.field.language')).nullish(),
	fermetures: z.array(closure, rule).nullish(),
	adresse_confidentielle: is.yesOrNo().nullish(),
	contact_confidentiel: is.yesOrNo().nullish(),
};

/** What we add to data·inclusion v1 `structure`. */
export const structureBeyond = {
	...shared,
	type_employeur: is.code(slugsOf(employerKindOf)).nullish(),
	offres: z.array(offer, rule).nullish(),
	ressources: z.array(resource, rule).nullish(),
};

/** What we add to data·inclusion v1 `service`. */
export const serviceBeyond = {
	...shared,
	capacite: is.wholeFrom(0).nullish(),
	places_restantes: is.wholeFrom(0).nullish(),
	saturation: is.code(slugsOf(saturationOf)).nullish(),
	accueil: is.code(slugsOf(welcomeOf)).nullish(),
	arrets: z.array(stop, rule).nullish(),
	delai_reponse_jours: is.wholeFrom(0).nullish(),
};
