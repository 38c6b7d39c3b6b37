import type { Bank } from '../bank.ts';

export const mobility: readonly Bank[] = [
	{
		topic: 'mobilite--acceder-a-un-vehicule',
		offers: [
			{
				kind: 'material-aid',
				by: ['mobility-platform', 'mobility-garage', 'youth-mission', 'staffing-association'],
				weight: 2,
				names: [
					'Un véhicule pour reprendre un emploi',
					'Scooters et voitures pour aller travailler',
					'Location solidaire de véhicules',
				],
				what: [
					'Louez une voiture ou un scooter à petit prix pour aller au travail ou en formation.',
					'Nous louons des scooters et des voitures aux personnes qui commencent un emploi loin des bus.',
					'Vous avez trouvé un emploi, mais pas de véhicule ? Demandez une location solidaire.',
				],
				how: [
					'L’assurance et l’entretien sont compris.',
					'La location dure d’une semaine à trois mois.',
					'Le casque, les gants et la veste sont prêtés.',
				],
				for: [['job-seekers', 'workers'], ['young-people', 'workers'], ['minimum-income-recipients']],
				bring: [
					'Apportez votre permis et votre contrat de travail ou de formation.',
					'Avoir le permis AM pour un scooter ou le permis B pour une voiture.',
				],
				price: [
					'De 3 € à 6 € par jour, selon le véhicule.',
					'Caution de 150 €, que vous pouvez payer en plusieurs fois.',
				],
				access: 'appointment',
			},
		],
	},
	{
		topic: 'mobilite--entretenir-reparer-son-vehicule',
		offers: [
			{
				kind: 'material-aid',
				by: ['mobility-garage'],
				weight: 5,
				names: ['Garage solidaire', 'Réparer sa voiture à petit prix', 'Entretien et petites réparations'],
				what: [
					'Faites réparer votre voiture par des mécaniciens, à un prix adapté à vos revenus.',
					'Freins, pneus, vidange, contrôle technique : nous faisons un devis clair avant de commencer.',
				],
				how: [
					'Nous utilisons des pièces d’occasion contrôlées quand c’est possible.',
					'Vous pouvez payer en trois fois.',
					'Une voiture peut être prêtée pendant la réparation.',
				],
				for: [
					['minimum-income-recipients', 'workers'],
					['job-seekers', 'workers'],
				],
				bring: ['Apportez la carte grise, l’attestation d’assurance et un justificatif de revenus.'],
				price: ['L’heure de travail coûte de 18 € à 35 €, selon vos revenus.'],
				access: 'appointment',
			},
			{
				kind: 'workshop',
				by: ['mobility-garage', 'third-place', 'social-centre'],
				weight: 1,
				names: ['Atelier vélo', 'Réparer son vélo soi-même', 'Entretenir son vélo'],
				what: [
					'Apprenez à changer une chambre à air, à régler des freins et à huiler une chaîne.',
					'Réparez vous-même votre vélo avec nos outils et les conseils d’un bénévole.',
				],
				how: [
					'Des pièces d’occasion sont à votre disposition.',
					'Aucune connaissance n’est nécessaire.',
					'Des vélos remis en état peuvent être achetés sur place.',
				],
				price: ['Adhésion de 10 € par an. Les pièces sont en plus.'],
				access: 'walk-in',
				also: ['mobilite--mobilite-douce-partagee-collective'],
			},
		],
	},
	{
		topic: 'mobilite--etre-accompagne-dans-son-parcours-mobilite',
		offers: [
			{
				kind: 'support',
				by: ['mobility-platform', 'job-house', 'youth-mission'],
				weight: 2,
				names: ['Bilan mobilité', 'Conseil en mobilité', 'Mieux se déplacer : faire le point'],
				what: [
					'Faites le point sur vos déplacements avec une conseillère : permis, bus, vélo, budget.',
					'Nous cherchons avec vous comment rejoindre un emploi ou une formation, même tôt le matin.',
					'Apprenez à lire un plan, un horaire de bus et à faire un trajet sans aide.',
				],
				how: [
					'Le premier entretien dure environ une heure et demie.',
					'Vous repartez avec un plan d’action et une personne à qui parler.',
					'Nous faisons le premier trajet avec vous, si vous voulez.',
				],
				for: [['job-seekers'], ['young-people', 'job-seekers'], ['minimum-income-recipients'], ['seniors']],
				also: ['mobilite--financer-ma-mobilite'],
			},
		],
	},
	{
		topic: 'mobilite--financer-ma-mobilite',
		offers: [
			{
				kind: 'financial-aid',
				by: ['mobility-platform', 'ccas', 'solidarity-house', 'job-house', 'youth-mission'],
				weight: 2,
				names: [
					'Aide au transport',
					'Aide au permis de conduire',
					'Bons de transport',
					'Aide pour l’essence et le train',
				],
				paired: true,
				what: [
					'Demandez une aide pour payer le train, le bus ou l’assurance de votre véhicule.',
					'Une aide peut payer une partie de votre permis de conduire.',
					'Des bons de transport peuvent vous être remis pour un entretien ou un début de contrat.',
					'Demandez une aide pour vos trajets vers un emploi, un stage ou une formation.',
				],
				how: [
					'Votre conseiller prépare la demande avec vous.',
					'La réponse arrive vite, quand le dossier est complet.',
					'Le montant dépend de vos revenus et de la distance.',
				],
				for: [['job-seekers'], ['minimum-income-recipients', 'job-seekers'], ['young-people']],
				bring: ['Apportez la convocation, la promesse d’embauche ou le devis.'],
			},
		],
	},
	{
		topic: 'mobilite--mobilite-douce-partagee-collective',
		offers: [
			{
				kind: 'support',
				by: ['mobility-platform', 'ccas', 'culture', 'third-place'],
				weight: 2,
				names: ['Transport solidaire', 'Chauffeurs bénévoles', 'Trajets à la demande'],
				what: [
					'Un chauffeur bénévole vous emmène chez le médecin, au marché ou à un rendez-vous.',
					'Sans voiture, vous pouvez réserver un trajet avec un chauffeur près de chez vous.',
				],
				how: [
					'Réservez au moins deux jours avant.',
					'Le chauffeur peut vous aider à porter vos courses.',
					'Les trajets se font dans tout le secteur, et parfois jusqu’à l’hôpital.',
				],
				for: [
					['everyone'],
					['seniors'],
					['priority-area-residents'],
					['people-with-disabilities', 'seniors'],
				],
				price: ['0,35 € par kilomètre, versés au chauffeur.', '2 € le trajet aller et retour.'],
				access: 'enrolment',
			},
			{
				kind: 'material-aid',
				by: ['mobility-platform', 'third-place', 'mobility-garage', 'job-house'],
				weight: 2,
				names: ['Location de vélos électriques', 'Un vélo pour tous les jours'],
				what: [
					'Louez un vélo, électrique ou non, pour vos trajets de tous les jours.',
					'Nous louons des vélos solides, avec casque, antivol et gilet.',
				],
				how: [
					'L’entretien est compris dans le prix.',
					'Un essai et un rappel des règles de sécurité sont prévus.',
					'Vous pouvez acheter le vélo à la fin de la location.',
				],
				for: [['job-seekers', 'workers'], ['everyone'], ['young-people', 'students']],
				price: ['De 10 € à 25 € par mois, selon vos revenus.'],
				access: 'appointment',
			},
			{
				kind: 'information',
				by: ['mobility-platform', 'third-place', 'culture'],
				weight: 1,
				names: ['Covoiturage entre voisins', 'Partager ses trajets'],
				what: [
					'Partagez vos trajets avec des voisins qui vont au même endroit.',
					'Inscrivez vos trajets réguliers : nous vous mettons en lien avec d’autres personnes.',
				],
				how: [
					'Chacun participe au prix de l’essence.',
					'Une charte simple rassure les conducteurs et les passagers.',
					'Un retour est garanti en cas d’imprévu.',
				],
				for: [['everyone'], ['workers']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'mobilite--preparer-un-permis',
		offers: [
			{
				kind: 'training',
				by: ['mobility-platform', 'training-centre', 'youth-mission'],
				weight: 3,
				names: ['Auto-école sociale', 'Permis B accompagné', 'Code et permis à votre rythme'],
				what: [
					'Préparez le code et le permis de conduire à votre rythme, avec des moniteurs patients.',
					'Passez le permis B même si les auto-écoles habituelles ne vous conviennent pas.',
				],
				how: [
					'Les cours de code sont adaptés aux personnes qui lisent difficilement.',
					'Une voiture à boîte automatique est disponible.',
					'La présence aux séances est importante pour garder sa place.',
				],
				for: [['job-seekers', 'minimum-income-recipients'], ['young-people'], ['women', 'job-seekers']],
				bring: ['Avoir 17 ans ou plus.', 'Apportez une pièce d’identité et un courrier de votre conseiller.'],
				price: [
					'De 50 € à 300 € pour toute la préparation.',
					'Participation de 90 €, avec trois paiements possibles.',
				],
				access: 'referral',
				hoursAWeek: [4, 6, 9],
				weeks: [10, 16, 26],
			},
			{
				kind: 'workshop',
				by: ['social-centre', 'youth-mission', 'mobility-platform', 'literacy', 'young-workers-home'],
				weight: 2,
				names: ['Préparer le code de la route', 'Code de la route en groupe', 'Réviser le code ensemble'],
				what: [
					'Révisez le code de la route en petit groupe, avec des images et des mots simples.',
					'Entraînez-vous au code de la route avec d’autres personnes qui préparent le permis.',
				],
				how: [
					'Les mots difficiles sont expliqués et traduits si besoin.',
					'Des séries de questions permettent de voir vos progrès.',
					'Nous vous inscrivons à l’examen quand le moment est venu.',
				],
				for: [['young-people'], ['everyone'], ['exiled-people', 'job-seekers']],
				price: ['De 10 € à 30 € pour toute la session.'],
				oftenFree: true,
				hoursAWeek: [2, 3],
				weeks: [8, 10, 12],
			},
		],
	},
];
