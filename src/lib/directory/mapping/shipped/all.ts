import dataInclusionClasseur from './data-inclusion-classeur.json' with { type: 'json' };
import dataInclusionV0 from './data-inclusion-v0.json' with { type: 'json' };
import franceServices from './france-services.json' with { type: 'json' };
import franceTravail from './france-travail.json' with { type: 'json' };
import lilleV1 from './lille-v1.json' with { type: 'json' };
import mediationNumerique from './mediation-numerique.json' with { type: 'json' };
import missionsLocales from './missions-locales.json' with { type: 'json' };
import reunionV0 from './reunion-v0.json' with { type: 'json' };
import siae from './siae.json' with { type: 'json' };
import soliguide from './soliguide.json' with { type: 'json' };

/** The mapping files that the product ships, by name. */
export const shippedFiles: Readonly<Record<string, unknown>> = {
	'data-inclusion-classeur': dataInclusionClasseur,
	'data-inclusion-v0': dataInclusionV0,
	'france-services': franceServices,
	'france-travail': franceTravail,
	'lille-v1': lilleV1,
	'mediation-numerique': mediationNumerique,
	'missions-locales': missionsLocales,
	'reunion-v0': reunionV0,
	siae,
	soliguide,
};
