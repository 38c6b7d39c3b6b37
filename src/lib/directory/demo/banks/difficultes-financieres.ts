import type { Bank } from '../bank.ts';

export const money: readonly Bank[] = [
	{
		topic: 'difficultes-financieres--acquerir-une-autonomie-budgetaire',
		offers: [
			{
				kind: 'workshop',
				by: ['budget-advice', 'youth-mission', 'young-workers-home', 'social-centre'],
				weight: 2,
				names: [
					'Mon budget en clair',
					'Atelier gérer son argent',
					'Apprendre à tenir son budget',
					'Compte, carte, épargne : bien débuter',
				],
				what: [
					'Apprenez à tenir un budget simple avec vos vraies dépenses et vos vraies rentrées.',
					'Comprenez votre relevé de compte, votre bulletin de paie et vos prélèvements.',
					'Découvrez comment ouvrir un compte, éviter les frais et mettre un peu de côté.',
				],
				how: [
					'Nous utilisons des jeux et des exemples concrets.',
					'Personne n’est obligé de parler de ses propres comptes.',
					'Vous repartez avec un carnet de budget facile à remplir.',
					'Le groupe compte six à dix personnes.',
				],
				for: [['young-people'], ['young-people', 'students'], ['everyone'], ['minimum-income-recipients']],
			},
		],
	},
	{
		topic: 'difficultes-financieres--ameliorer-sa-gestion-budgetaire',
		offers: [
			{
				kind: 'support',
				by: ['budget-advice', 'ccas', 'solidarity-house', 'solidarity-grocery', 'mutual'],
				weight: 2,
				names: [
					'Conseil budget',
					'Rendez-vous budget',
					'Accompagnement budgétaire',
					'Faire le point sur son budget',
					'Réduire ses factures',
				],
				what: [
					'Faites le point sur votre budget avec une conseillère, sans jugement.',
					'Nous regardons ensemble ce qui rentre, ce qui sort et ce qui peut changer.',
					'Trouvez des économies possibles sur l’énergie, le téléphone, l’assurance et la banque.',
					'Apprenez à prévoir les grosses dépenses et à éviter les frais de découvert.',
				],
				how: [
					'Trois ou quatre rencontres suffisent souvent.',
					'Nous pouvons écrire à votre banque ou à vos fournisseurs avec vous.',
					'Tout reste confidentiel.',
					'Un tableau simple vous aide à suivre votre argent chaque semaine.',
				],
				for: [['everyone'], ['families'], ['workers'], ['minimum-income-recipients']],
				bring: ['Apportez vos relevés de compte des trois derniers mois et vos factures.'],
				also: ['difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere'],
				reach: 'either',
			},
		],
	},
	{
		topic: 'difficultes-financieres--mettre-en-place-une-mesure-de-protection-financiere',
		offers: [
			{
				kind: 'information',
				by: ['budget-advice', 'legal-access', 'solidarity-house'],
				names: [
					'Curatelle et tutelle : s’informer',
					'Soutien aux tuteurs familiaux',
					'Protéger un proche vulnérable',
				],
				what: [
					'Comprenez ce que sont la tutelle, la curatelle et l’habilitation familiale.',
					'Un proche ne peut plus gérer son argent ? Voyez avec nous comment le protéger.',
					'Nous aidons les familles à remplir la demande au juge et à tenir les comptes.',
				],
				how: [
					'Nous vous expliquons le rôle du juge, du médecin et du tuteur.',
					'La personne concernée peut participer à l’échange.',
					'Des modèles de courriers et de comptes de gestion vous sont remis.',
				],
				for: [['families', 'seniors'], ['people-with-disabilities', 'families'], ['everyone']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere',
		offers: [
			{
				kind: 'financial-aid',
				by: ['ccas', 'solidarity-house', 'mutual'],
				weight: 2,
				names: [
					'Aide financière ponctuelle',
					'Aide pour payer une facture',
					'Aide pour l’eau et l’électricité',
					'Fonds d’aide en cas de coup dur',
				],
				what: [
					'Demandez une aide pour payer une facture d’eau, de gaz ou d’électricité.',
					'Une aide exceptionnelle peut vous être accordée après un accident de la vie.',
					'Ne laissez pas une facture impayée grossir : nous cherchons une aide avec vous.',
				],
				how: [
					'Votre demande passe devant une commission, sans votre nom.',
					'La réponse vous est donnée par écrit.',
					'L’aide est versée au fournisseur ou à vous, selon le cas.',
				],
				for: [['everyone'], ['families'], ['people-in-emergency'], ['workers']],
				bring: [
					'Apportez la facture, vos justificatifs de revenus et votre relevé d’identité bancaire.',
					'Avoir demandé un délai de paiement au fournisseur.',
				],
			},
			{
				kind: 'financial-aid',
				by: ['budget-advice', 'mutual'],
				weight: 2,
				names: ['Petit prêt accompagné', 'Microcrédit personnel', 'Prêt à taux doux pour un projet'],
				what: [
					'Empruntez une petite somme pour réparer une voiture, passer le permis ou payer une formation.',
					'Un petit crédit accompagné peut vous aider quand la banque dit non.',
				],
				how: [
					'Nous étudions le projet et ce que vous pouvez rembourser chaque mois.',
					'Une bénévole vous suit jusqu’au dernier remboursement.',
					'La somme va de 300 € à 5 000 €.',
				],
				for: [['workers', 'job-seekers'], ['everyone']],
				bring: ['Apportez un devis et vos trois derniers relevés de compte.'],
				price: ['Vous remboursez la somme prêtée, avec un intérêt faible.'],
				reach: 'either',
			},
		],
	},
	{
		topic: 'difficultes-financieres--situation-dendettement-surendettement',
		offers: [
			{
				kind: 'support',
				by: ['budget-advice', 'ccas', 'legal-access'],
				weight: 2,
				names: [
					'Dettes et surendettement',
					'Aide au dossier de surendettement',
					'Trop de dettes : on vous aide',
					'Parler de ses dettes',
				],
				what: [
					'Vous n’arrivez plus à rembourser vos crédits ? Nous cherchons une issue avec vous.',
					'Montez votre dossier de surendettement avec une personne qui connaît la procédure.',
					'Nous faisons la liste de vos dettes et nous négocions des délais avec ceux à qui vous devez.',
					'Huissier, saisie, crédit impayé : comprenez ce qui peut arriver et comment vous protéger.',
				],
				how: [
					'N’attendez pas : plus tôt vous nous appelez, plus il y a de solutions.',
					'Nous vous suivons jusqu’à la décision, puis pendant le plan de remboursement.',
					'Toutes vos lettres nous sont utiles, même en vrac.',
					'Vos échanges avec nous restent confidentiels.',
				],
				for: [['everyone'], ['workers'], ['families']],
				bring: [
					'Apportez vos contrats de crédit, vos lettres de relance et vos relevés de compte.',
					'Apportez une pièce d’identité et vos justificatifs de charges.',
				],
				also: ['difficultes-financieres--ameliorer-sa-gestion-budgetaire'],
				reach: 'either',
			},
		],
	},
];
