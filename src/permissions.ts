import type { Permission } from '#lib/access/permission.ts';
import type { RouteId } from '$app/types';

/** What one may do at an address: reading it, an action of its forms (by name), a method of its API. */
export type Operations = Readonly<Record<string, Permission>>;

/** Those who keep the shared directory true. */
const stewards: Permission = { roles: ['administrator', 'coordinator', 'facilitator'] };

/** Those who link other software to the platform. */
const machines: Permission = { roles: ['integrator', 'administrator'] };

/**
 * Who may do what, in one page. Every route, form action and API operation stands here: one that does not is refused
 * at run time, and fails the build (`scripts/routes.ts`).
 */
export const permissions: Readonly<Partial<Record<RouteId, Operations>>> = {
	'/(account)/compte': {
		GET: 'account',
		renommer: 'account',
		'changer-de-casquette': 'account',
		'quitter-une-casquette': 'account',
		'fermer-une-session': 'account',
	},
	'/(account)/compte/cles': {
		GET: machines,
		creer: machines,
		arreter: machines,
		prevenir: machines,
		'ne-plus-prevenir': machines,
	},
	'/(account)/compte/cles/[id]': { GET: machines, renvoyer: machines },
	'/(account)/compte/code': {
		GET: 'account',
		preparer: 'account',
		confirmer: 'account',
		renouveler: 'account',
		desactiver: 'account',
	},
	'/(account)/compte/equipe': { GET: 'account', inviter: 'account', retirer: 'account' },
	'/(account)/compte/invitations': {
		GET: { roles: ['administrator'] },
		chercher: { roles: ['administrator'] },
		inviter: { roles: ['administrator'] },
		retirer: { roles: ['administrator'] },
	},
	'/(account)/compte/mot-de-passe': { GET: 'account', default: 'account' },
	'/(account)/connexion': { GET: 'newcomer', 'mot-de-passe': 'newcomer', lien: 'newcomer' },
	'/(account)/connexion/code': { GET: 'second-factor', default: 'second-factor' },
	'/(account)/connexion/lien': { GET: 'newcomer', default: 'newcomer' },
	'/(account)/connexion/lien/[token]': { GET: 'newcomer', default: 'newcomer' },
	'/(account)/connexion/oubli': { GET: 'newcomer', default: 'newcomer' },
	'/(account)/connexion/oubli/[token]': { GET: 'newcomer', default: 'newcomer' },
	'/(account)/courriels': { GET: 'development' },
	'/(account)/deconnexion': { POST: 'anyone' },
	'/(account)/invitation/[token]': { GET: 'anyone', ouvrir: 'newcomer', accepter: 'account' },
	'/(lists)/signaler-un-manque': { GET: 'anyone', default: 'anyone' },
	'/(lists)/trouver/export': { GET: 'anyone' },
	'/(public)': { GET: 'anyone' },
	'/(public)/comprendre': { GET: 'anyone' },
	'/(public)/employeurs': { GET: 'anyone' },
	'/(public)/moyens': { GET: 'anyone' },
	'/(public)/services/[id]': { GET: 'anyone' },
	'/(public)/structures/[id]': { GET: 'anyone' },
	'/(public)/style': { GET: 'anyone' },
	'/(public)/territoires/[code]': { GET: 'anyone' },
	'/(public)/trouver': { GET: 'anyone' },
	'/(public)/trouver/carte': { GET: 'anyone' },
	'/(work)/annuaire': { GET: stewards },
	'/(work)/annuaire/doublons': { GET: stewards },
	'/(work)/annuaire/doublons/[id]': {
		GET: stewards,
		fusionner: stewards,
		separer: stewards,
		annuler: stewards,
		revenir: stewards,
	},
	'/(work)/annuaire/imports': {
		GET: stewards,
		commencer: stewards,
		annuler: stewards,
		donner: stewards,
		retirer: stewards,
		programmer: stewards,
		arreter: stewards,
	},
	'/(work)/annuaire/imports/[id]': {
		GET: stewards,
		voir: stewards,
		ecrire: stewards,
		importer: stewards,
		revenir: stewards,
		garder: stewards,
	},
	'/(work)/annuaire/imports/correspondances/[id]': { GET: stewards },
	'/(work)/annuaire/manques': { GET: stewards, effacer: stewards },
	'/(work)/annuaire/metiers': { GET: stewards, ajouter: stewards, retirer: stewards },
	'/(work)/annuaire/modeles': { GET: 'account' },
	'/(work)/annuaire/modeles/[id]': {
		GET: 'account',
		reprendre: 'account',
		adopter: 'account',
		ouvrir: 'account',
		retirer: 'account',
	},
	'/(work)/services/[id]/historique': { GET: 'account' },
	'/(work)/services/[id]/modele': {
		GET: 'account',
		faire: 'account',
		rattacher: 'account',
		detacher: 'account',
	},
	'/(work)/services/[id]/modifier': { GET: 'account', default: 'account' },
	'/(work)/structures/[id]/ajouter-un-service': { GET: 'account', default: 'account' },
	'/(work)/structures/[id]/historique': { GET: 'account' },
	'/(work)/structures/[id]/modifier': { GET: 'account', default: 'account' },
	'/[...introuvable]': { GET: 'anyone' },
	'/api/hsds/v3': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/openapi.json': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/organizations': { GET: 'anyone', OPTIONS: 'anyone', POST: 'anyone' },
	'/api/hsds/v3/organizations/[id]': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/profile.json': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/service_at_locations': { GET: 'anyone', OPTIONS: 'anyone', POST: 'anyone' },
	'/api/hsds/v3/service_at_locations/[id]': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/services': { GET: 'anyone', OPTIONS: 'anyone', POST: 'anyone' },
	'/api/hsds/v3/services/[id]': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/taxonomies': { GET: 'anyone', OPTIONS: 'anyone', POST: 'anyone' },
	'/api/hsds/v3/taxonomies/[id]': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/hsds/v3/taxonomy_terms': { GET: 'anyone', OPTIONS: 'anyone', POST: 'anyone' },
	'/api/hsds/v3/taxonomy_terms/[id]': { GET: 'anyone', OPTIONS: 'anyone' },
	'/api/webhooks': { GET: 'anyone', POST: 'anyone' },
	'/api/webhooks/[id]': { GET: 'anyone', DELETE: 'anyone' },
	'/api/webhooks/[id]/deliveries/[delivery]': { POST: 'anyone' },
	'/livez': { GET: 'anyone' },
	'/readyz': { GET: 'anyone' },
};
