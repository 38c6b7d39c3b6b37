import type { Bank } from '../bank.ts';

export const paperworkAndLaw: readonly Bank[] = [
	{
		topic: 'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives',
		offers: [
			{
				kind: 'support',
				by: ['desk', 'ccas', 'social-centre', 'solidarity-house'],
				weight: 4,
				names: [
					'Aide aux démarches administratives',
					'Aide pour remplir vos papiers',
					'Permanence papiers et courriers',
					'Un coup de main pour vos démarches',
					'Écrivain public',
				],
				what: [
					'Faites-vous aider pour remplir un formulaire, écrire un courrier ou comprendre une lettre.',
					'Apportez votre courrier : nous le lisons avec vous et nous préparons la réponse.',
					'Nous vous aidons à faire vos demandes de RSA, d’aide au logement, de retraite ou de carte grise.',
					'Vous ne savez pas à qui vous adresser ? Nous cherchons avec vous le bon service.',
					'Demandez de l’aide pour un dossier de logement, de retraite, d’allocations ou d’assurance maladie.',
					'Nous écrivons avec vous vos lettres, vos recours et vos demandes de délai.',
				],
				how: [
					'Nous prenons le temps : un entretien dure en général trente à quarante-cinq minutes.',
					'Ce que vous nous dites reste confidentiel.',
					'Nous pouvons appeler l’administration avec vous, sur haut-parleur.',
					'Nous classons vos papiers ensemble pour que vous les retrouviez facilement.',
					'Si votre dossier est bloqué, nous suivons la réponse avec vous.',
					'Vous gardez une copie de chaque document envoyé.',
				],
				for: [['everyone'], ['everyone'], ['seniors'], ['minimum-income-recipients']],
				bring: [
					'Apportez une pièce d’identité et les courriers reçus, même non ouverts.',
					'Apportez votre numéro de sécurité sociale et vos codes, si vous les avez.',
					'Apportez vos derniers bulletins de paie ou attestations de paiement.',
				],
				also: [
					'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits',
					'numerique--acceder-a-des-services-en-ligne',
				],
			},
			{
				kind: 'support',
				by: ['ccas', 'shelter', 'exiles'],
				weight: 2,
				names: ['Domiciliation', 'Adresse postale pour personnes sans domicile', 'Domiciliation et courrier'],
				what: [
					'Obtenez une adresse pour recevoir votre courrier et ouvrir vos droits.',
					'Sans logement stable, demandez une domiciliation : elle sert à faire vos papiers et vos demandes.',
					'Nous gardons votre courrier et nous vous donnons une attestation de domiciliation.',
				],
				how: [
					'La domiciliation dure un an et se renouvelle.',
					'Passez ou appelez au moins une fois tous les trois mois, sinon elle s’arrête.',
					'Un premier entretien permet d’expliquer vos droits et vos obligations.',
				],
				for: [['people-in-emergency'], ['everyone'], ['exiled-people', 'people-in-emergency']],
				bring: [
					'Apportez une pièce d’identité, même périmée, ou une déclaration de perte.',
					'Avoir un lien avec la commune : famille, travail, soins, école ou démarches en cours.',
				],
			},
		],
	},
	{
		topic: 'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete',
		offers: [
			{
				kind: 'support',
				by: ['exiles', 'legal-access', 'desk'],
				weight: 2,
				names: [
					'Titre de séjour et nationalité',
					'Aide au renouvellement du titre de séjour',
					'Préparer sa demande de naturalisation',
				],
				what: [
					'Préparez votre dossier de titre de séjour ou de naturalisation avec une personne formée.',
					'Nous vérifions vos pièces avant l’envoi du dossier à la préfecture.',
					'Faites le point sur vos papiers, vos délais et vos recours possibles.',
				],
				how: [
					'Un interprète peut être présent, au téléphone.',
					'Nous vous expliquons chaque étape et ce que dit chaque courrier.',
					'Pour un recours, nous vous mettons en lien avec un avocat.',
				],
				for: [['exiled-people'], ['exiled-people', 'people-with-legal-situation']],
				bring: ['Apportez votre passeport, votre titre actuel et les courriers de la préfecture.'],
				also: ['difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits'],
			},
			{
				kind: 'workshop',
				by: ['social-centre', 'literacy', 'youth-information'],
				weight: 2,
				names: ['Atelier citoyenneté', 'Voter, participer, comprendre', 'Comprendre la vie citoyenne'],
				what: [
					'Comprenez le rôle de la mairie, du département et de la région, avec des exemples de tous les jours.',
					'Apprenez à vous inscrire sur les listes électorales et à donner votre avis dans votre quartier.',
					'Découvrez vos droits et vos devoirs en visitant les lieux publics de la ville.',
				],
				how: [
					'Le groupe compte huit à douze personnes.',
					'Les mots compliqués sont expliqués, et les questions sont les bienvenues.',
					'Une sortie est organisée à la fin du cycle.',
				],
				for: [['everyone'], ['young-people'], ['priority-area-residents']],
				also: ['remobilisation--benevolat-action-citoyenne'],
			},
		],
	},
	{
		topic: 'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits',
		offers: [
			{
				kind: 'support',
				by: ['ccas', 'solidarity-house', 'desk', 'social-centre', 'mutual'],
				weight: 3,
				names: [
					'Point sur vos droits',
					'Rendez-vous avec une assistante sociale',
					'Ouvrir ses droits',
					'Vérifier ses aides',
					'RSA, prime d’activité, aides : faire le point',
				],
				what: [
					'Vérifiez avec nous que vous touchez toutes les aides auxquelles vous avez droit.',
					'Rencontrez une assistante sociale pour parler de votre situation et trouver des solutions.',
					'Nous vous aidons à demander le RSA, la prime d’activité, l’aide au logement ou le minimum vieillesse.',
					'Après une séparation, une perte d’emploi ou une maladie, faites le point sur vos droits.',
					'Un simulateur nous permet de voir en une heure quelles aides vous pouvez demander.',
				],
				how: [
					'L’entretien est confidentiel.',
					'Nous faisons les demandes avec vous, puis nous vérifions que la réponse arrive.',
					'Vous pouvez venir avec un proche.',
					'Si l’aide est refusée, nous vous expliquons pourquoi et comment contester.',
					'Vous repartez avec la liste des démarches à faire, écrite simplement.',
				],
				for: [['everyone'], ['everyone'], ['minimum-income-recipients'], ['families']],
				bring: [
					'Apportez une pièce d’identité, un relevé d’identité bancaire et votre avis d’imposition.',
					'Apportez vos justificatifs de revenus des trois derniers mois.',
				],
				also: ['difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives'],
			},
			{
				kind: 'information',
				by: ['legal-access', 'womens-rights'],
				weight: 3,
				names: ['Permanence juridique', 'Information sur vos droits', 'Consultation avec un juriste'],
				what: [
					'Posez vos questions à un juriste : famille, travail, logement, consommation.',
					'Comprenez vos droits avant de signer, de répondre ou d’aller au tribunal.',
					'Une juriste vous explique la loi avec des mots simples et vous oriente.',
				],
				how: [
					'Votre nom et votre situation ne sont transmis à personne.',
					'Nous pouvons vous aider à demander l’aide juridictionnelle.',
					'Si une affaire demande un avocat, nous vous disons comment en trouver un.',
				],
				for: [['everyone'], ['women'], ['people-with-legal-situation']],
				bring: ['Apportez tous les papiers utiles : contrat, courriers, jugement.'],
				reach: 'either',
			},
		],
	},
	{
		topic: 'difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte',
		offers: [
			{
				kind: 'support',
				by: ['solidarity-house', 'disability', 'shelter', 'budget-advice'],
				weight: 2,
				names: [
					'Accompagnement social personnalisé',
					'Suivi à domicile',
					'Accompagnement à la vie quotidienne',
					'Référent de parcours',
				],
				what: [
					'Une même personne vous accompagne pendant plusieurs mois, chez vous et dans vos rendez-vous.',
					'Un travailleur social vous aide à reprendre la main sur le logement, le budget et la santé.',
					'Nous vous soutenons dans la vie de tous les jours quand un handicap ou un coup dur la complique.',
				],
				how: [
					'Vous décidez ensemble des objectifs et vous les écrivez.',
					'Les rencontres ont lieu chez vous, au bureau ou dehors, comme vous préférez.',
					'Un bilan est fait tous les six mois. Vous pouvez arrêter quand vous voulez.',
				],
				for: [
					['people-with-disabilities'],
					['minimum-income-recipients'],
					['people-in-emergency', 'families'],
				],
				bring: ['Une décision de la MDPH ou du département peut être nécessaire.'],
				access: 'referral',
			},
		],
	},
	{
		topic: 'difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination',
		offers: [
			{
				kind: 'information',
				by: ['legal-access', 'womens-rights', 'disability', 'exiles'],
				names: [
					'Discriminations : en parler et agir',
					'Faire valoir ses droits face à une discrimination',
					'Écoute et droit face aux discriminations',
				],
				what: [
					'On vous a dit non à cause de votre origine, de votre âge ou d’un handicap ? Parlons-en.',
					'Racontez ce qui s’est passé : nous vous disons ce que prévoit la loi et ce que vous pouvez faire.',
					'Faites-vous aider face à une discrimination au travail, à l’école ou dans la recherche d’un logement.',
				],
				how: [
					'Nous cherchons ensemble les preuves utiles : messages, témoins, annonces.',
					'Rien n’est envoyé sans votre accord.',
					'Nous pouvons écrire avec vous au Défenseur des droits.',
				],
				for: [['everyone'], ['women'], ['people-with-disabilities'], ['exiled-people']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire',
		offers: [
			{
				kind: 'support',
				by: ['legal-access', 'shelter', 'youth-mission', 'work-site'],
				weight: 2,
				names: [
					'Préparer la sortie de prison',
					'Accompagnement après une condamnation',
					'Reprendre pied après la détention',
				],
				what: [
					'Préparez votre sortie de détention : papiers, logement, soins et travail.',
					'Nous accompagnons les personnes suivies par la justice vers un emploi et un logement.',
					'Faites le point sur vos obligations, vos amendes et vos rendez-vous avec la justice.',
				],
				how: [
					'Nous travaillons avec votre conseiller pénitentiaire, si vous êtes d’accord.',
					'Les familles peuvent aussi nous appeler.',
					'Personne ne vous demande de raconter les faits.',
				],
				for: [['people-with-legal-situation'], ['people-with-legal-situation', 'young-people']],
				access: 'referral',
			},
			{
				kind: 'information',
				by: ['legal-access', 'womens-rights'],
				weight: 2,
				names: ['Aide aux victimes', 'Écoute et conseils pour les victimes', 'Porter plainte avec de l’aide'],
				what: [
					'Vous avez été victime d’un vol, d’une agression ou d’une arnaque ? Nous vous expliquons vos droits.',
					'Nous vous aidons à porter plainte, à suivre l’affaire et à demander une indemnisation.',
				],
				how: [
					'Un juriste et une psychologue peuvent vous recevoir.',
					'Nous pouvons vous accompagner au commissariat, à la gendarmerie ou au tribunal.',
					'Il n’est pas obligatoire d’avoir déjà porté plainte.',
				],
				for: [['people-with-legal-situation'], ['everyone']],
				bring: ['Apportez votre récépissé de plainte, si vous en avez un.'],
				also: ['difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits'],
			},
		],
	},
];
