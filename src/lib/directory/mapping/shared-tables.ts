import type { Codes } from './mapping.ts';
import diV0Frais from './shipped/tables/di-v0-frais.json' with { type: 'json' };
import diV0FraisPrecisions from './shipped/tables/di-v0-frais-precisions.json' with { type: 'json' };
import diV0Labels from './shipped/tables/di-v0-labels.json' with { type: 'json' };
import diV0ModesOrientation from './shipped/tables/di-v0-modes-orientation.json' with { type: 'json' };
import diV0ModesOrientationPrecisions from './shipped/tables/di-v0-modes-orientation-precisions.json' with {
	type: 'json',
};
import diV0Profils from './shipped/tables/di-v0-profils.json' with { type: 'json' };
import diV0ProfilsPrecisions from './shipped/tables/di-v0-profils-precisions.json' with { type: 'json' };
import diV0Thematiques from './shipped/tables/di-v0-thematiques.json' with { type: 'json' };
import diV0ThematiquesPublics from './shipped/tables/di-v0-thematiques-publics.json' with { type: 'json' };
import diV0Types from './shipped/tables/di-v0-types.json' with { type: 'json' };
import diV0Typologies from './shipped/tables/di-v0-typologies.json' with { type: 'json' };
import frais from './shipped/tables/frais.json' with { type: 'json' };
import mediationNumeriqueLabels from './shipped/tables/mediation-numerique-labels.json' with { type: 'json' };
import mediationNumeriquePublics from './shipped/tables/mediation-numerique-publics.json' with {
	type: 'json',
};
import mediationNumeriqueServices from './shipped/tables/mediation-numerique-services.json' with {
	type: 'json',
};
import mobilisablePar from './shipped/tables/mobilisable-par.json' with { type: 'json' };
import modesAccueil from './shipped/tables/modes-accueil.json' with { type: 'json' };
import modesMobilisation from './shipped/tables/modes-mobilisation.json' with { type: 'json' };
import publics from './shipped/tables/publics.json' with { type: 'json' };
import regionsDepartements from './shipped/tables/regions-departements.json' with { type: 'json' };
import reseaux from './shipped/tables/reseaux.json' with { type: 'json' };
import siaeTypes from './shipped/tables/siae-types.json' with { type: 'json' };
import soliguideNoms from './shipped/tables/soliguide-noms.json' with { type: 'json' };
import soliguidePublics from './shipped/tables/soliguide-publics.json' with { type: 'json' };
import soliguidePublicsPrecisions from './shipped/tables/soliguide-publics-precisions.json' with {
	type: 'json',
};
import soliguideThematiques from './shipped/tables/soliguide-thematiques.json' with { type: 'json' };
import soliguideTypes from './shipped/tables/soliguide-types.json' with { type: 'json' };
import thematiques from './shipped/tables/thematiques.json' with { type: 'json' };
import types from './shipped/tables/types.json' with { type: 'json' };

/** Code tables that every mapping may name. */
export const sharedTables: Readonly<Record<string, Codes>> = {
	'di-v0-frais': diV0Frais,
	'di-v0-frais-precisions': diV0FraisPrecisions,
	'di-v0-labels': diV0Labels,
	'di-v0-modes-orientation': diV0ModesOrientation,
	'di-v0-modes-orientation-precisions': diV0ModesOrientationPrecisions,
	'di-v0-profils': diV0Profils,
	'di-v0-profils-precisions': diV0ProfilsPrecisions,
	'di-v0-thematiques': diV0Thematiques,
	'di-v0-thematiques-publics': diV0ThematiquesPublics,
	'di-v0-types': diV0Types,
	'di-v0-typologies': diV0Typologies,
	frais,
	'mediation-numerique-labels': mediationNumeriqueLabels,
	'mediation-numerique-publics': mediationNumeriquePublics,
	'mediation-numerique-services': mediationNumeriqueServices,
	'mobilisable-par': mobilisablePar,
	'modes-accueil': modesAccueil,
	'modes-mobilisation': modesMobilisation,
	publics,
	'regions-departements': regionsDepartements,
	reseaux,
	'siae-types': siaeTypes,
	'soliguide-noms': soliguideNoms,
	'soliguide-publics': soliguidePublics,
	'soliguide-publics-precisions': soliguidePublicsPrecisions,
	'soliguide-thematiques': soliguideThematiques,
	'soliguide-types': soliguideTypes,
	thematiques,
	types,
};
