import type { Bank } from '../bank.ts';

export const digital: readonly Bank[] = [
	{
		topic: 'numerique--acceder-a-des-services-en-ligne',
		offers: [
			{
				kind: 'support',
				by: ['digital-help', 'desk', 'ccas', 'social-centre', 'library', 'third-place'],
				weight: 3,
				names: [
					'Aide pour vos démarches en ligne',
					'Un ordinateur et quelqu’un pour vous aider',
					'Démarches sur Internet, pas à pas',
					'Permanence numérique',
					'Aide avec votre téléphone et vos comptes',
				],
				what: [
					'Faites vos démarches sur Internet avec une personne à côté de vous.',
					'Nous vous aidons à créer un compte, à retrouver un mot de passe ou à envoyer un document.',
					'Déclarez vos revenus, actualisez-vous ou prenez rendez-vous en ligne, avec notre aide.',
					'Un ordinateur, une imprimante et un scanner sont à votre disposition pour vos démarches.',
					'Apportez votre téléphone : nous installons avec vous les applications utiles.',
				],
				how: [
					'Nous vous montrons chaque étape pour que vous puissiez refaire sans aide.',
					'Vos mots de passe restent les vôtres : nous ne les gardons pas.',
					'Vous pouvez imprimer ou numériser quelques pages.',
					'Comptez une demi-heure pour une démarche simple.',
					'Si la démarche dépasse nos compétences, nous vous orientons vers le bon guichet.',
				],
				for: [['everyone'], ['everyone'], ['seniors'], ['job-seekers']],
				bring: [
					'Apportez votre téléphone et votre adresse e-mail, si vous en avez une.',
					'Apportez vos identifiants et une pièce d’identité.',
				],
				also: ['difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives'],
			},
		],
	},
	{
		topic: 'numerique--acceder-a-une-connexion-internet',
		offers: [
			{
				kind: 'material-aid',
				by: ['library', 'digital-help', 'third-place', 'desk', 'social-centre'],
				weight: 2,
				names: [
					'Ordinateurs en accès libre',
					'Wifi et ordinateurs',
					'Espace Internet',
					'Internet et imprimante',
				],
				what: [
					'Utilisez un ordinateur connecté à Internet, aussi longtemps que la place le permet.',
					'Profitez du wifi et de prises pour recharger votre téléphone ou travailler au calme.',
					'Des ordinateurs et des tablettes sont à votre disposition, avec une connexion rapide.',
				],
				how: [
					'Une animatrice peut vous aider à démarrer.',
					'Vous pouvez imprimer un CV, une attestation ou un billet.',
					'Un coin discret permet de faire un appel en visio.',
				],
				access: 'walk-in',
			},
		],
	},
	{
		topic: 'numerique--acquerir-un-equipement',
		offers: [
			{
				kind: 'material-aid',
				by: ['digital-help', 'reuse', 'work-site', 'third-place'],
				weight: 2,
				names: [
					'Ordinateurs reconditionnés',
					'Ordinateur et téléphone à petit prix',
					'Équipement numérique solidaire',
				],
				what: [
					'Achetez un ordinateur ou un téléphone remis à neuf, à un prix solidaire.',
					'Nous réparons, nettoyons et vendons des ordinateurs donnés par des entreprises.',
				],
				how: [
					'Le matériel est garanti un an.',
					'Nous vous aidons à l’installer et à choisir un abonnement adapté.',
					'Une housse et une souris sont données avec l’appareil.',
				],
				for: [['everyone'], ['students', 'young-people'], ['job-seekers', 'minimum-income-recipients']],
				bring: ['Apportez un justificatif de revenus ou l’attestation de votre conseiller.'],
				price: ['De 30 € à 120 € selon l’appareil.'],
				access: 'appointment',
			},
			{
				kind: 'material-aid',
				by: ['digital-help', 'youth-mission', 'training-centre', 'library'],
				weight: 1,
				names: ['Prêt d’ordinateur portable', 'Prêt de tablette et de clé 4G'],
				what: [
					'Empruntez un ordinateur ou une tablette pour une formation, une recherche d’emploi ou l’école.',
					'Nous prêtons du matériel informatique pour un à six mois.',
				],
				how: [
					'L’appareil est prêt à l’emploi, avec une notice simple.',
					'En cas de panne, nous l’échangeons.',
					'Le prêt peut être prolongé, si personne n’attend.',
				],
				for: [['students', 'young-people'], ['job-seekers'], ['everyone']],
				bring: ['Une convention de prêt est signée. Apportez une pièce d’identité.'],
				access: 'appointment',
			},
		],
	},
	{
		topic: 'numerique--maitriser-les-fondamentaux-du-numerique',
		offers: [
			{
				kind: 'workshop',
				by: ['digital-help', 'library', 'social-centre', 'third-place', 'literacy', 'desk'],
				weight: 3,
				names: [
					'Débuter avec un ordinateur',
					'Premiers pas sur tablette et téléphone',
					'Atelier numérique pour débutants',
					'Apprivoiser son téléphone',
					'E-mail, Internet et sécurité',
					'Initiation à l’informatique',
				],
				paired: true,
				what: [
					'Apprenez à utiliser un ordinateur : souris, clavier, dossiers, Internet.',
					'Prenez en main votre tablette ou votre téléphone : appels, photos, messages, applications.',
					'Vous débutez ? Cet atelier d’informatique part de zéro et avance doucement.',
					'Apprenez à régler votre téléphone, à faire de la place et à reconnaître une arnaque.',
					'Créez une adresse e-mail, envoyez une pièce jointe et repérez les messages dangereux.',
					'Découvrez l’ordinateur, le traitement de texte et la recherche sur Internet.',
				],
				how: [
					'Le groupe compte six personnes au plus.',
					'Le matériel est prêté. Vous pouvez aussi apporter le vôtre.',
					'Nous refaisons chaque geste autant de fois qu’il le faut.',
					'Une fiche illustrée vous est remise à chaque séance.',
					'Les séances durent une heure trente à deux heures.',
				],
				for: [['everyone'], ['seniors'], ['job-seekers'], ['everyone'], ['women', 'families']],
				price: ['De 1 € à 3 € la séance.', 'Adhésion de 8 € par an.'],
				oftenFree: true,
				hoursAWeek: [1.5, 2, 3],
				weeks: [5, 6, 8, 10],
			},
			{
				kind: 'support',
				by: ['digital-help', 'ccas', 'library', 'culture'],
				weight: 2,
				names: [
					'Conseiller numérique',
					'Rendez-vous numérique individuel',
					'Une heure pour votre ordinateur',
				],
				what: [
					'Posez toutes vos questions sur votre ordinateur ou votre téléphone, en tête à tête avec un conseiller.',
					'Un conseiller numérique vous aide à régler un problème et à devenir plus autonome.',
				],
				how: [
					'Il peut venir chez vous si vous ne pouvez pas vous déplacer.',
					'Nous commençons par ce qui vous est le plus utile.',
					'Plusieurs rencontres sont possibles.',
				],
				for: [['everyone'], ['seniors'], ['people-with-disabilities', 'seniors']],
			},
		],
	},
];
