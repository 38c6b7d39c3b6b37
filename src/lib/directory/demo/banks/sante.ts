import type { Bank } from '../bank.ts';

export const health: readonly Bank[] = [
	{
		topic: 'sante--acces-aux-soins',
		offers: [
			{
				kind: 'support',
				by: ['health-centre', 'mutual', 'ccas', 'solidarity-house', 'desk'],
				weight: 2,
				names: [
					'Accès aux soins et à une mutuelle',
					'Ouvrir ses droits santé',
					'Aide pour se soigner',
					'Point santé et droits',
				],
				what: [
					'Ouvrez vos droits à l’assurance maladie et à la complémentaire santé solidaire.',
					'Vous repoussez des soins faute d’argent ? Nous cherchons une solution avec vous.',
					'Faites le point sur votre carte Vitale, votre mutuelle et votre médecin traitant.',
				],
				how: [
					'Nous prenons les rendez-vous médicaux avec vous.',
					'Un interprète peut être appelé.',
					'Le secret médical est respecté.',
					'Nous expliquons les mots des médecins et les papiers de l’assurance maladie.',
				],
				for: [['everyone'], ['minimum-income-recipients'], ['workers', 'families'], ['exiled-people']],
				bring: ['Apportez votre carte Vitale ou une attestation de droits, si vous en avez une.'],
				reach: 'either',
			},
			{
				kind: 'support',
				by: ['health-centre'],
				weight: 4,
				names: [
					'Consultation de médecine générale',
					'Consultation dentaire',
					'Consultation infirmière',
					'Bilan de santé',
				],
				paired: true,
				what: [
					'Consultez un médecin généraliste, même si vous n’avez pas de médecin traitant.',
					'Faites soigner vos dents sans avancer d’argent, avec ou sans mutuelle.',
					'Une infirmière vous reçoit pour un pansement, un suivi, un vaccin ou un conseil.',
					'Faites un bilan de santé complet : vue, audition, dents, prise de sang.',
				],
				how: [
					'Vous n’avancez pas d’argent si vous avez la complémentaire santé solidaire.',
					'Les locaux sont accessibles en fauteuil roulant.',
					'En urgence vitale, appelez le 15 ou le 112.',
				],
				for: [['everyone'], ['everyone'], ['people-in-emergency', 'exiled-people']],
				bring: ['Apportez votre carte Vitale, votre carte de mutuelle et vos ordonnances.'],
			},
		],
	},
	{
		topic: 'sante--addictions',
		offers: [
			{
				kind: 'support',
				by: ['addiction-centre', 'health-centre'],
				weight: 3,
				names: [
					'Consultation alcool, tabac, drogues, jeux',
					'Parler de sa consommation',
					'Soins et accompagnement des addictions',
					'Alcool, tabac, écrans : faire le point',
				],
				what: [
					'Parlez librement de votre consommation d’alcool, de tabac, de cannabis ou d’autres produits.',
					'Écrans, jeux, paris, alcool : faites le point avec une équipe qui ne juge pas.',
					'Réduisez ou arrêtez une consommation, avec un médecin, une infirmière et une psychologue.',
				],
				how: [
					'L’accueil peut être anonyme.',
					'C’est vous qui choisissez votre but : arrêter, diminuer ou prendre moins de risques.',
					'Les proches peuvent être reçus aussi.',
					'Un traitement peut être prescrit et suivi ici.',
				],
				for: [['everyone'], ['young-people'], ['young-people', 'students']],
			},
		],
	},
	{
		topic: 'sante--constituer-un-dossier-mdph-invalidite',
		offers: [
			{
				kind: 'support',
				by: ['disability', 'desk', 'ccas', 'solidarity-house', 'carers'],
				weight: 1,
				names: [
					'Aide au dossier MDPH',
					'Remplir son dossier handicap',
					'Handicap : faire sa demande',
					'Dossier d’invalidité',
				],
				what: [
					'Remplissez votre dossier MDPH avec une personne qui connaît les mots qui comptent.',
					'Préparez une demande d’allocation adulte handicapé, de carte mobilité ou de travailleur handicapé.',
					'Racontez votre quotidien : nous l’écrivons avec vous dans le projet de vie.',
				],
				how: [
					'Nous vérifions le certificat médical et les pièces avant l’envoi.',
					'Si la demande est refusée, nous préparons un recours.',
					'Comptez deux rencontres pour un dossier complet.',
				],
				for: [
					['people-with-disabilities'],
					['people-with-disabilities', 'families'],
					['people-with-disabilities', 'workers'],
				],
				bring: ['Apportez le certificat médical de moins d’un an et une pièce d’identité.'],
			},
		],
	},
	{
		topic: 'sante--sante-mentale',
		offers: [
			{
				kind: 'support',
				by: ['mental-health', 'health-centre', 'youth-mission', 'social-centre'],
				weight: 3,
				names: ['Écoute psychologique', 'Point d’écoute', 'Parler à une psychologue', 'Quand ça ne va pas'],
				what: [
					'Parlez à une psychologue quand la tristesse, le stress ou la colère prennent trop de place.',
					'Vous n’allez pas bien ? Une personne formée vous écoute, sans juger.',
					'Après un deuil, une séparation ou une perte d’emploi, prenez un temps pour vous.',
				],
				how: [
					'Ce que vous dites reste confidentiel.',
					'Si besoin, nous vous orientons vers un médecin ou un centre spécialisé.',
					'En cas d’idées de suicide, appelez le 3114, jour et nuit.',
					'Trois à cinq entretiens sont possibles.',
				],
				for: [['everyone'], ['young-people'], ['workers', 'job-seekers'], ['exiled-people']],
				urgent: true,
				reach: 'either',
			},
			{
				kind: 'workshop',
				by: ['mental-health'],
				weight: 3,
				names: ['Groupe d’entraide', 'Accueil entre pairs', 'Vivre avec un trouble psychique'],
				what: [
					'Retrouvez des personnes qui vivent, comme vous, avec une fragilité psychique.',
					'Partagez des activités et des sorties choisies par le groupe, sans blouse blanche.',
				],
				how: [
					'Le groupe est animé par ses membres.',
					'Vous venez quand vous voulez, aussi longtemps que vous voulez.',
					'Un repas partagé est organisé chaque mois.',
				],
				for: [['people-with-disabilities'], ['everyone']],
				price: ['Adhésion de 5 € par an.'],
				oftenFree: true,
				access: 'walk-in',
			},
		],
	},
	{
		topic: 'sante--sante-sexuelle',
		offers: [
			{
				kind: 'support',
				by: ['sexual-health', 'health-centre', 'youth-information'],
				weight: 2,
				names: [
					'Contraception, dépistage, écoute',
					'Vie affective et sexuelle : en parler',
					'Dépistage confidentiel',
					'Consultation de santé sexuelle',
				],
				what: [
					'Parlez de contraception, de grossesse, de désir ou de consentement avec une professionnelle.',
					'Faites un test de dépistage du VIH et des infections sexuelles, en toute discrétion.',
					'Obtenez une contraception, un test de grossesse ou une contraception d’urgence.',
				],
				how: [
					'L’entretien est confidentiel, y compris pour les mineurs.',
					'Nous répondons aussi aux questions sur l’interruption de grossesse.',
					'Vous pouvez venir avec la personne de votre choix.',
				],
				for: [['everyone'], ['young-people'], ['women', 'young-people']],
			},
		],
	},
];
