import type { Bank } from '../bank.ts';

export const family: readonly Bank[] = [
	{
		topic: 'famille--garde-denfants',
		offers: [
			{
				kind: 'support',
				by: ['childcare', 'social-centre'],
				weight: 3,
				names: [
					'Accueil des tout-petits',
					'Halte-garderie',
					'Places de crèche pour parents en recherche d’emploi',
					'Garde d’enfants à l’heure',
					'Multi-accueil',
				],
				what: [
					'Confiez votre enfant quelques heures pour un rendez-vous, une formation ou un peu de repos.',
					'Votre enfant est accueilli dès dix semaines, à la journée ou à l’heure.',
					'Nous gardons des places pour les parents qui reprennent un emploi ou une formation.',
					'Trouvez une garde d’enfants souple, même si vos horaires changent.',
				],
				how: [
					'Une période d’adaptation aide votre enfant à se sentir bien.',
					'Les couches et les repas sont fournis.',
					'Nous accueillons aussi les enfants en situation de handicap.',
					'Une place d’urgence peut être trouvée en deux jours.',
				],
				for: [['families'], ['families', 'job-seekers']],
				bring: [
					'Apportez le carnet de santé de l’enfant et votre numéro d’allocataire.',
					'Les vaccins de l’enfant doivent être à jour.',
				],
				price: [
					'Tarif selon vos revenus, à partir de 0,40 € l’heure.',
					'Le prix dépend de vos revenus et du nombre d’enfants.',
				],
				access: 'enrolment',
			},
			{
				kind: 'information',
				by: ['childcare', 'solidarity-house'],
				weight: 2,
				names: [
					'Trouver un mode de garde',
					'Relais des assistantes maternelles',
					'Information sur la garde d’enfants',
				],
				what: [
					'Comparez les modes de garde : crèche, assistante maternelle, garde à domicile.',
					'Obtenez la liste des assistantes maternelles qui ont une place près de chez vous.',
				],
				how: [
					'Nous vous expliquons le contrat, les aides et les bulletins de paie.',
					'Des matinées de jeux permettent de rencontrer d’autres parents.',
				],
				for: [['families']],
				reach: 'either',
			},
			{
				kind: 'support',
				by: ['home-help', 'childcare'],
				weight: 1,
				names: ['Garde d’enfants en horaires décalés', 'Garde à domicile tôt le matin et tard le soir'],
				what: [
					'Une personne formée garde vos enfants chez vous, tôt le matin, le soir ou la nuit.',
					'Vous travaillez en horaires décalés ? Nous gardons vos enfants à votre domicile.',
				],
				how: [
					'Elle peut aussi accompagner les enfants à l’école.',
					'Nous vous aidons à demander les aides qui baissent le prix.',
				],
				for: [
					['families', 'workers'],
					['women', 'families'],
				],
				price: ['De 1 € à 8 € l’heure, selon vos revenus.'],
			},
		],
	},
	{
		topic: 'famille--prise-en-charge-personne-dependante',
		offers: [
			{
				kind: 'support',
				by: ['home-help', 'carers', 'solidarity-house', 'mutual'],
				weight: 2,
				names: [
					'Maintien à domicile d’un parent âgé',
					'Rester chez soi malgré la perte d’autonomie',
					'Dossier d’allocation d’autonomie',
					'Aide pour le lever, la toilette et les repas',
				],
				paired: true,
				what: [
					'Organisez l’aide à domicile d’un parent âgé ou malade : toilette, repas, nuits, téléalarme.',
					'Nous évaluons avec vous les besoins d’une personne qui ne peut plus tout faire seule.',
					'Faites la demande d’allocation personnalisée d’autonomie avec l’aide d’un professionnel.',
					'Une aide à domicile passe chaque jour pour le lever, la toilette et les repas.',
				],
				how: [
					'Une visite au domicile permet de voir ce qui peut être simplifié.',
					'Nous coordonnons les passages de l’infirmière, de l’aide à domicile et des proches.',
					'Un répit est possible : accueil de jour ou séjour court.',
				],
				for: [['seniors'], ['seniors', 'families'], ['people-with-disabilities']],
				bring: ['Apportez le dernier avis d’imposition et l’avis du médecin traitant.'],
				also: ['famille--soutien-aidants'],
			},
		],
	},
	{
		topic: 'famille--soutien-a-la-parentalite-et-a-leducation',
		offers: [
			{
				kind: 'workshop',
				by: ['social-centre', 'childcare', 'culture'],
				weight: 2,
				names: ['Groupe de parole pour parents', 'Être parent, en parler', 'Café des parents'],
				what: [
					'Parlez de votre vie de parent : sommeil, écrans, colères, adolescence.',
					'Échangez avec d’autres parents et une professionnelle de l’enfance.',
					'Être parent n’est pas toujours simple : venez poser vos questions et souffler.',
				],
				how: [
					'Ce qui se dit dans le groupe reste dans le groupe.',
					'Les enfants jouent dans la pièce d’à côté, avec une animatrice.',
					'Les pères, les grands-parents et les beaux-parents sont bienvenus.',
					'Nous choisissons les sujets avec les parents présents.',
				],
				for: [['families'], ['families', 'women'], ['families', 'priority-area-residents']],
				access: 'walk-in',
			},
			{
				kind: 'support',
				by: ['social-centre', 'childcare', 'solidarity-house'],
				weight: 1,
				names: ['Lieu d’accueil enfants-parents', 'Jouer avec son enfant'],
				what: [
					'Venez jouer avec votre enfant de moins de six ans et rencontrer d’autres parents.',
					'Un espace de jeux vous attend, avec vos enfants de la naissance à six ans.',
				],
				how: [
					'Vous restez le temps que vous voulez.',
					'Deux professionnelles sont là pour écouter et répondre.',
					'L’accueil est anonyme : seul le prénom de l’enfant est demandé.',
				],
				for: [['families']],
				access: 'walk-in',
			},
			{
				kind: 'support',
				by: ['solidarity-house', 'womens-rights', 'social-centre'],
				weight: 1,
				names: ['Rendez-vous avec une conseillère familiale', 'Conseil aux parents d’adolescents'],
				what: [
					'Demandez conseil sur l’éducation de vos enfants, sans crainte du jugement.',
					'Votre enfant se renferme, fugue ou ne va plus en cours ? Parlons-en ensemble.',
				],
				how: [
					'Un parent peut venir sans l’autre, avec ou sans l’enfant.',
					'Ce que vous dites reste confidentiel.',
					'Quelques rencontres suffisent souvent à y voir plus clair.',
				],
				for: [['families']],
			},
			{
				kind: 'workshop',
				by: ['social-centre', 'library', 'culture', 'third-place'],
				weight: 2,
				names: ['Accompagnement à la scolarité', 'Aide aux devoirs', 'Aide aux devoirs et sorties'],
				what: [
					'Votre enfant fait ses devoirs dans une salle calme, avec l’aide d’un bénévole.',
					'Nous aidons les élèves du primaire et du collège à apprendre leurs leçons et à s’organiser.',
				],
				how: [
					'Un goûter ouvre la séance.',
					'Nous faisons le point avec les parents chaque trimestre.',
					'Des jeux et des sorties complètent les séances.',
				],
				for: [['families'], ['families', 'priority-area-residents']],
				price: ['Adhésion de 2 € à 10 € par an et par famille.'],
				oftenFree: true,
			},
			{
				kind: 'support',
				by: ['solidarity-house', 'health-centre'],
				weight: 1,
				names: [
					'Consultation de protection maternelle et infantile',
					'Pesée et conseils pour bébé',
					'Suivi de grossesse',
				],
				paired: true,
				what: [
					'Faites suivre la santé de votre enfant jusqu’à six ans : croissance, sommeil, vaccins, langage.',
					'Venez peser votre bébé et poser vos questions à une puéricultrice.',
					'Faites suivre votre grossesse par une sage-femme, près de chez vous.',
				],
				how: [
					'Une sage-femme ou une puéricultrice peut aussi se déplacer chez vous.',
					'Vous pouvez venir avec votre conjoint, une amie ou un proche.',
					'Un interprète peut être appelé, si vous parlez peu le français.',
				],
				for: [['families'], ['women', 'families']],
				bring: ['Apportez votre carte Vitale et le carnet de santé, si vous les avez.'],
				also: ['sante--acces-aux-soins'],
			},
		],
	},
	{
		topic: 'famille--soutien-aidants',
		offers: [
			{
				kind: 'support',
				by: ['carers', 'home-help', 'mutual', 'disability'],
				weight: 2,
				names: [
					'Soutien aux aidants',
					'Une pause pour ceux qui aident',
					'Écoute et répit des aidants',
					'Aider un proche sans s’épuiser',
				],
				what: [
					'Vous aidez un parent, un conjoint ou un enfant malade ? Venez en parler et souffler.',
					'Rencontrez d’autres personnes qui aident un proche et partagez vos solutions.',
					'Nous prenons le relais quelques heures pour que vous puissiez sortir ou vous reposer.',
					'Faites le point sur vos droits d’aidant : congé, retraite, indemnité, répit.',
				],
				how: [
					'Une psychologue anime les rencontres.',
					'Votre proche peut être accueilli pendant ce temps.',
					'Nous pouvons aussi nous parler au téléphone, quand vous êtes disponible.',
					'Des ateliers apprennent les bons gestes pour ne pas se blesser.',
				],
				for: [['families'], ['families', 'seniors'], ['everyone']],
				also: ['remobilisation--bien-etre-confiance-en-soi'],
			},
		],
	},
	{
		topic: 'famille--surmonter-conflits-separation-violence',
		offers: [
			{
				kind: 'support',
				by: ['womens-rights', 'shelter'],
				weight: 3,
				names: [
					'Écoute des femmes victimes de violences',
					'Sortir des violences conjugales',
					'Permanence violences dans le couple',
				],
				what: [
					'Vous vivez des violences dans votre couple ? Parlez-en à une personne formée, à votre rythme.',
					'Nous écoutons, nous croyons et nous aidons les femmes victimes de violences et leurs enfants.',
					'Préparez un départ en sécurité : hébergement, argent, école, plainte, suivi médical.',
				],
				how: [
					'Rien n’est fait sans votre accord.',
					'En danger immédiat, appelez le 17 ou envoyez un SMS au 114.',
					'Le 3919 répond aussi, jour et nuit, et n’apparaît pas sur les factures.',
					'Nous pouvons vous accompagner chez le médecin, au commissariat ou au tribunal.',
				],
				for: [['women'], ['women', 'people-in-emergency'], ['women', 'families']],
				urgent: true,
				also: ['logement-hebergement--rechercher-une-solution-dhebergement-temporaire'],
			},
			{
				kind: 'support',
				by: ['legal-access', 'social-centre', 'solidarity-house'],
				weight: 2,
				names: ['Médiation familiale', 'Se séparer en restant parents', 'Renouer le dialogue en famille'],
				what: [
					'Retrouvez un dialogue après une séparation, avec une médiatrice neutre.',
					'Décidez ensemble de la garde, des vacances et de la pension, sans passer tout de suite par le juge.',
				],
				how: [
					'Le premier entretien sert à vous informer. Il n’engage à rien.',
					'Chacun parle à son tour, et personne ne prend parti.',
					'L’accord peut être présenté au juge, si vous le souhaitez.',
				],
				for: [['families']],
				price: ['De 2 € à 40 € la séance, selon vos revenus. Le premier entretien est gratuit.'],
			},
			{
				kind: 'support',
				by: ['legal-access', 'social-centre', 'solidarity-house'],
				weight: 1,
				names: ['Espace de rencontre parents-enfants'],
				what: [
					'Voyez votre enfant dans un lieu calme et protégé quand la séparation est difficile.',
					'Un lieu neutre permet à un enfant de retrouver son père, sa mère ou ses grands-parents.',
				],
				how: [
					'Une professionnelle est présente et reste discrète.',
					'Les parents n’ont pas à se croiser.',
					'Des jeux et un coin goûter rendent le moment plus doux.',
				],
				for: [['families'], ['people-with-legal-situation', 'families']],
				access: 'referral',
			},
		],
	},
];
