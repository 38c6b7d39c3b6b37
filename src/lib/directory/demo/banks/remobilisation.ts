import type { Bank } from '../bank.ts';

export const gettingGoing: readonly Bank[] = [
	{
		topic: 'remobilisation--activites-sportives-et-culturelles',
		offers: [
			{
				kind: 'workshop',
				by: ['sports-club', 'social-centre', 'young-workers-home'],
				weight: 3,
				names: [
					'Bouger en douceur',
					'Gym douce et marche',
					'Reprendre le sport',
					'Sport et santé',
					'Activité physique adaptée',
				],
				what: [
					'Bougez à votre rythme : marche, gym douce, étirements, jeux de ballon.',
					'Reprenez une activité physique en douceur, même après des années sans sport.',
					'Venez bouger en groupe, dans une ambiance simple et sans compétition.',
				],
				how: [
					'Une éducatrice sportive adapte les exercices à chacun.',
					'Des vêtements confortables suffisent.',
					'Vous pouvez essayer deux séances avant de vous inscrire.',
					'Le matériel est prêté.',
				],
				for: [
					['everyone'],
					['seniors'],
					['women'],
					['people-with-disabilities'],
					['priority-area-residents'],
				],
				bring: ['Remplissez un questionnaire de santé, ou apportez un certificat médical.'],
				price: ['De 15 € à 60 € par an, selon vos revenus.', '2 € la séance.'],
				oftenFree: true,
			},
			{
				kind: 'workshop',
				by: ['culture', 'library', 'social-centre', 'third-place', 'mental-health'],
				weight: 3,
				names: [
					'Atelier théâtre',
					'Atelier chant',
					'Peinture et dessin',
					'Sorties culturelles',
					'Atelier photo',
					'Club de lecture',
				],
				paired: true,
				what: [
					'Montez sur scène, jouez avec les mots et prenez confiance en vous.',
					'Chantez avec d’autres, sans savoir lire la musique.',
					'Peignez, dessinez et exposez vos œuvres, même si vous débutez.',
					'Sortez au musée, au théâtre ou au concert avec un groupe accueillant.',
					'Apprenez à prendre de belles photos de votre quartier et de ses habitants.',
					'Parlez de livres, de bandes dessinées et d’histoires, ou écoutez simplement.',
				],
				how: [
					'Aucun niveau n’est demandé.',
					'Le groupe prépare un moment ouvert à tous en fin d’année.',
					'Le matériel est fourni.',
					'On vient comme on est.',
				],
				for: [['everyone'], ['everyone'], ['young-people'], ['seniors']],
				price: ['Participation de 1 € à 5 € par sortie ou par séance.', 'Adhésion de 10 € par an.'],
				oftenFree: true,
			},
		],
	},
	{
		topic: 'remobilisation--benevolat-action-citoyenne',
		offers: [
			{
				kind: 'support',
				by: ['culture', 'food-aid', 'third-place', 'youth-information', 'reuse'],
				weight: 2,
				names: [
					'Devenir bénévole',
					'Donner un peu de son temps',
					'Missions d’engagement',
					'Chantier citoyen',
				],
				paired: true,
				what: [
					'Trouvez une activité bénévole qui vous plaît, pour une heure ou pour l’année.',
					'Rejoignez une équipe et rendez-vous utile : accueil, tri, jardin, bricolage, cuisine.',
					'Engagez-vous quelques mois au service des autres et découvrez un métier.',
					'Participez à un chantier qui embellit votre quartier ou votre village.',
				],
				how: [
					'Une personne vous accompagne au début.',
					'Vous choisissez vos jours et vous pouvez vous arrêter quand vous voulez.',
					'Une attestation peut vous être remise pour votre CV.',
				],
				for: [['everyone'], ['young-people'], ['minimum-income-recipients'], ['seniors']],
				also: ['remobilisation--lien-social'],
			},
		],
	},
	{
		topic: 'remobilisation--bien-etre-confiance-en-soi',
		offers: [
			{
				kind: 'workshop',
				by: ['social-centre', 'mental-health', 'womens-rights', 'carers', 'culture', 'work-site'],
				weight: 2,
				names: [
					'Prendre soin de soi',
					'Atelier confiance en soi',
					'Relaxation et détente',
					'Retrouver l’envie',
					'Socio-esthétique et estime de soi',
				],
				paired: true,
				what: [
					'Offrez-vous un moment à vous : soins, respiration, parole, sourire.',
					'Reprenez confiance en vous grâce à des exercices simples, en petit groupe.',
					'Apprenez à vous détendre et à mieux dormir avec une sophrologue.',
					'Sortez de l’isolement et retrouvez l’envie de faire des projets.',
					'Une socio-esthéticienne vous aide à prendre soin de votre image.',
				],
				how: [
					'Le groupe est bienveillant et personne n’est obligé de parler.',
					'Vous pouvez venir une fois pour voir.',
					'Les séances se suivent, mais chacune peut se prendre seule.',
				],
				for: [
					['everyone'],
					['women'],
					['job-seekers', 'minimum-income-recipients'],
					['people-with-disabilities'],
				],
			},
		],
	},
	{
		topic: 'remobilisation--lien-social',
		offers: [
			{
				kind: 'support',
				by: ['social-centre', 'culture', 'third-place', 'ccas', 'mental-health', 'library'],
				weight: 3,
				names: [
					'Café ouvert à tous',
					'Un café, une rencontre',
					'Accueil de jour convivial',
					'Sortir de l’isolement',
					'Rencontres entre voisins',
				],
				what: [
					'Poussez la porte pour un café, un jeu ou une discussion.',
					'Rencontrez d’autres habitants {ofCommune} autour d’un goûter ou d’une sortie.',
					'Vous souffrez de la solitude ? Venez passer un moment avec d’autres personnes.',
					'Un lieu chaleureux vous attend pour parler, jouer, bricoler ou ne rien faire.',
				],
				how: [
					'Il y a toujours quelqu’un pour vous accueillir.',
					'Les habitants proposent eux-mêmes les activités.',
					'Les enfants sont les bienvenus.',
					'Le café est offert.',
				],
				for: [['everyone']],
				access: 'walk-in',
			},
			{
				kind: 'support',
				by: ['ccas', 'carers', 'home-help', 'culture'],
				weight: 1,
				names: ['Visites de convivialité', 'Un appel, une visite', 'Visiteurs bénévoles pour les aînés'],
				what: [
					'Un bénévole passe vous voir chez vous pour parler, lire ou marcher un peu.',
					'Vous sortez peu ? Un bénévole vous rend visite ou vous appelle chaque semaine.',
				],
				how: [
					'Une première rencontre permet de faire connaissance.',
					'Le bénévole ne s’occupe ni des papiers ni de l’argent.',
					'En cas de forte chaleur ou de grand froid, nous vous appelons.',
				],
				for: [['seniors'], ['seniors', 'people-with-disabilities']],
			},
		],
	},
];
