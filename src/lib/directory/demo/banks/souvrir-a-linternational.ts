import type { Bank } from '../bank.ts';

export const goingAbroad: readonly Bank[] = [
	{
		topic: 'souvrir-a-linternational--connaitre-les-opportunites-demploi-a-letranger',
		offers: [
			{
				kind: 'information',
				by: ['youth-information', 'job-house', 'youth-mission'],
				names: [
					'Travailler en Belgique ou en Angleterre',
					'Partir travailler à l’étranger',
					'Volontariat et stages en Europe',
				],
				paired: true,
				what: [
					'La frontière est proche : découvrez comment travailler en Belgique ou en Angleterre.',
					'Cherchez un emploi, un stage ou une mission dans un autre pays.',
					'Partez quelques semaines ou quelques mois en Europe pour un stage ou un volontariat.',
				],
				how: [
					'Nous vous expliquons les contrats, les impôts et la protection sociale.',
					'D’autres personnes, revenues depuis, racontent leur départ.',
					'Un niveau de langue de base suffit pour beaucoup de projets.',
				],
				for: [['young-people'], ['job-seekers'], ['students', 'young-people']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'souvrir-a-linternational--sinformer-sur-les-aides-pour-travailler-a-letranger',
		offers: [
			{
				kind: 'information',
				by: ['youth-information', 'job-house'],
				names: ['Aides au départ à l’étranger', 'Financer un stage à l’étranger'],
				what: [
					'Trouvez les bourses et les aides pour un stage, une formation ou un emploi à l’étranger.',
					'Faites la liste des frais : voyage, logement, assurance, et cherchez qui peut les payer.',
				],
				how: [
					'Nous relisons votre dossier avant l’envoi.',
					'Nous vérifions ce que deviennent vos droits en France pendant votre absence.',
					'Comptez trois mois de préparation avant le départ.',
				],
				for: [
					['students', 'young-people'],
					['young-people', 'job-seekers'],
				],
				reach: 'either',
				wide: 'departement',
			},
		],
	},
	{
		topic: 'souvrir-a-linternational--sorganiser-suite-a-son-retour-en-france',
		offers: [
			{
				kind: 'information',
				by: ['youth-information', 'desk', 'job-house'],
				names: ['Revenir vivre en France', 'Retour de l’étranger : refaire ses papiers'],
				what: [
					'De retour en France, rouvrez vos droits : santé, chômage, allocations, logement, impôts.',
					'Vous rentrez après plusieurs années ? Nous listons avec vous les démarches à faire, dans l’ordre.',
				],
				how: [
					'Nous vous expliquons comment faire valoir un diplôme ou une période de travail.',
					'L’échange peut se faire en visio avant votre retour.',
					'Vous recevez par e-mail la liste des pièces utiles.',
				],
				for: [['everyone'], ['job-seekers', 'families']],
				bring: ['Apportez votre passeport et vos certificats de travail.'],
				reach: 'either',
				wide: 'france',
			},
		],
	},
];
