import type { Chance } from '#lib/directory/demo/chance.ts';
import type { Domain } from '#lib/person/domain.ts';
import { type DemoFollowed, demoFollowed } from './people.ts';
import type { Scene } from './scene.ts';
import type { WorkerKey } from './workers.ts';

/** A service that receives enough referrals for its page to say how it answers. */
interface Counted {
	readonly service: string;
	readonly domain: Domain;
	readonly answerer: WorkerKey;
	readonly needs: readonly string[];
	readonly outcomes: readonly string[];
}

const budget: Counted = {
	service: '0012',
	domain: 'money',
	answerer: 'samira',
	needs: [
		'Faire le point sur le budget avec quelqu’un de l’extérieur.',
		'Comprendre où part l’argent avant le 15 du mois.',
		'Poser un budget avant de signer un bail.',
	],
	outcomes: [
		'Trois rendez-vous, un budget tenu sur deux mois.',
		'Budget posé, fiche remise.',
		'Deux rendez-vous faits sur trois.',
	],
};
const rights: Counted = {
	service: '0015',
	domain: 'rights',
	answerer: 'malika',
	needs: [
		'Vérifier toutes les aides possibles.',
		'Comprendre le courrier de la CAF et y répondre.',
		'Préparer la demande de carte de santé solidaire.',
	],
	outcomes: [
		'Simulation faite, deux demandes déposées.',
		'Courrier de recours envoyé.',
		'Droits vérifiés : rien de plus à demander pour l’instant.',
	],
};
const mobility: Counted = {
	service: '0002',
	domain: 'mobility',
	answerer: 'julien',
	needs: [
		'Trouver comment aller travailler à cinq heures sans voiture.',
		'Faire le point sur les aides pour se déplacer.',
		'Choisir entre le permis et le scooter.',
	],
	outcomes: [
		'Bilan de mobilité fait, abonnement de bus pris.',
		'Aide au transport obtenue pour trois mois.',
		'Pas de solution pour l’horaire de nuit, les autres trajets sont réglés.',
	],
};

const opinions = ['yes', 'yes', 'yes', 'yes', 'partly', 'partly', 'no'] as const;
const said = {
	yes: ['On m’a expliqué avec mes mots.', 'Ça m’a enlevé un poids.', 'Je sais à qui demander maintenant.'],
	partly: ['C’était bien, mais trop court.', 'Une partie seulement.'],
	no: ['On m’a redit ce que je savais.'],
} as const;

/** The people of a mission locale go to the budget, the others to one of the two other services, in turn. */
function countedFor(who: DemoFollowed): Counted {
	if (who.lead === 'julien' || who.lead === 'lucie') return budget;
	return others.indexOf(who) % 2 === 0 ? mobility : rights;
}
const others = demoFollowed.filter(
	({ lead, course }) => course === 'active' && lead !== 'julien' && lead !== 'lucie',
);

/** A referral already ended, answered, met, done and said of; here and there refused. */
export function countedReferrals(who: DemoFollowed, opened: number, rank: number, chance: Chance): Scene[] {
	const { service, domain, answerer, needs, outcomes } = countedFor(who);
	const sent = -opened + 4;
	const key = 'counted';
	const deed = <Rest extends object>(day: number, rest: Rest) =>
		({ day, do: 'referral', key, ...rest }) as const;
	const answered = sent + chance.int(2, 9);
	const send = deed(sent, {
		...({ gesture: 'send', service, domain, need: chance.pick(needs) } as const),
		fields: ['phone'] as const,
	});
	if (rank % 16 === 9)
		return [
			send,
			{
				by: answerer,
				...deed(answered, {
					...({ gesture: 'refuse', reason: 'capacity', words: 'Plus de place avant deux mois.' } as const),
					alternative: 'La maison départementale reçoit le mardi sans rendez-vous.',
				}),
			},
		];
	const helped = chance.pick(opinions);
	return [
		send,
		{ by: answerer, ...deed(answered, { gesture: 'accept', first: answered + 4 } as const) },
		{ by: answerer, ...deed(answered + 4, { gesture: 'meet' } as const) },
		{ by: answerer, ...deed(sent + 24, { gesture: 'complete', words: chance.pick(outcomes) } as const) },
		deed(sent + 28, { side: 'source', gesture: 'say', helped, words: chance.pick(said[helped]) } as const),
	];
}
