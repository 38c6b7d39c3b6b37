import type { Bank } from '../bank.ts';

export const housing: readonly Bank[] = [
	{
		topic: 'logement-hebergement--acheter-un-logement',
		offers: [
			{
				kind: 'information',
				by: ['housing-advice', 'budget-advice'],
				names: ['Acheter son premier logement', 'Conseil avant d’acheter', 'Étude d’un projet d’achat'],
				what: [
					'Vérifiez avec une juriste que votre projet d’achat est réaliste, avant de signer.',
					'Comprenez le prêt, les aides, les frais de notaire et les travaux à prévoir.',
					'Devenir propriétaire avec un petit budget : faites le point sur les prêts aidés.',
				],
				how: [
					'Nous calculons ce que vous pouvez rembourser chaque mois.',
					'Le conseil est neutre : nous ne vendons rien.',
					'Vous repartez avec un plan de financement clair.',
				],
				for: [['workers', 'families'], ['everyone']],
				bring: ['Apportez vos revenus, vos crédits en cours et l’annonce du logement.'],
				reach: 'either',
			},
		],
	},
	{
		topic: 'logement-hebergement--changer-de-logement',
		offers: [
			{
				kind: 'support',
				by: ['housing-advice', 'ccas', 'solidarity-house', 'disability'],
				names: [
					'Changer de logement',
					'Demande de mutation dans le parc social',
					'Trouver un logement mieux adapté',
					'Préparer un déménagement',
				],
				paired: true,
				what: [
					'Votre logement est trop petit, trop cher ou trop humide ? Cherchons une solution ensemble.',
					'Préparez avec nous une demande de mutation vers un autre logement social.',
					'Cherchez un logement adapté à l’âge, au handicap ou à la naissance d’un enfant.',
					'Nous vous aidons à organiser un déménagement : préavis, aides, compteurs, changement d’adresse.',
				],
				how: [
					'Nous écrivons à votre bailleur avec vous.',
					'Nous vous disons franchement combien de temps cela peut prendre.',
					'Nous visitons le nouveau logement avec vous, si cela vous rassure.',
					'Nous cherchons aussi les aides qui peuvent payer une partie des frais.',
				],
				for: [['families'], ['seniors', 'people-with-disabilities'], ['everyone']],
				bring: ['Apportez votre bail, votre dernière quittance et votre numéro de demande de logement.'],
			},
		],
	},
	{
		topic: 'logement-hebergement--louer-un-logement',
		offers: [
			{
				kind: 'support',
				by: ['housing-advice', 'ccas', 'solidarity-house', 'desk'],
				weight: 2,
				names: [
					'Demande de logement social',
					'Trouver un logement à louer',
					'Aide à la recherche de logement',
				],
				what: [
					'Faites ou renouvelez votre demande de logement social avec notre aide.',
					'Préparez un dossier de location complet, dans le parc social ou chez un particulier.',
					'Nous cherchons avec vous un logement à louer que vous pourrez payer longtemps.',
				],
				how: [
					'Nous vérifions vos papiers et nous vous disons ce qui manque.',
					'Nous vous expliquons les délais, sans vous promettre un logement.',
					'Nous préparons ensemble la visite et l’état des lieux.',
					'Vous apprenez à lire une annonce et à repérer les arnaques.',
				],
				for: [['everyone'], ['families'], ['workers'], ['minimum-income-recipients']],
				bring: [
					'Apportez une pièce d’identité, votre avis d’imposition et vos trois derniers bulletins de paie.',
					'Apportez le numéro unique de votre demande, si vous en avez un.',
				],
				also: ['logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement'],
			},
			{
				kind: 'financial-aid',
				by: ['ccas', 'housing-advice', 'solidarity-house'],
				weight: 1,
				names: ['Dépôt de garantie et premier loyer', 'Aide à l’entrée dans un logement'],
				what: [
					'Demandez une aide pour le dépôt de garantie, l’assurance ou le premier loyer.',
					'Une aide peut payer une partie de vos frais quand vous entrez dans un logement.',
				],
				how: [
					'Faites la demande avant de signer le bail, si possible.',
					'L’aide est un don, un prêt sans intérêt, ou un peu des deux.',
					'Nous vous aidons aussi à ouvrir les compteurs et à vous assurer.',
				],
				for: [['everyone'], ['young-people'], ['minimum-income-recipients', 'workers']],
				bring: ['Apportez le projet de bail et vos justificatifs de revenus.'],
			},
			{
				kind: 'support',
				by: ['housing-advice'],
				weight: 2,
				names: ['Location avec accompagnement', 'Logement à loyer modéré et suivi'],
				what: [
					'Nous louons des logements à loyer modéré, avec une personne qui vous suit les premiers mois.',
					'Entrez dans un logement que nous louons pour vous, puis reprenez le bail à votre nom.',
				],
				how: [
					'Une conseillère passe vous voir chaque mois.',
					'Le bail peut être mis à votre nom quand tout va bien.',
					'Nous restons le lien avec le propriétaire.',
				],
				for: [['families', 'people-in-emergency'], ['minimum-income-recipients'], ['exiled-people']],
				access: 'referral',
			},
			{
				kind: 'support',
				by: ['young-workers-home'],
				weight: 5,
				names: [
					'Chambres et studios pour jeunes',
					'Logement meublé pour jeunes qui travaillent',
					'Résidence jeunes',
				],
				what: [
					'Louez un studio meublé pour quelques semaines ou quelques mois, près de votre travail ou de votre école.',
					'Nous logeons des jeunes en emploi, en apprentissage, en stage ou en recherche d’emploi.',
				],
				how: [
					'Le loyer ouvre droit à l’aide au logement.',
					'Une animatrice vous aide dans vos démarches et organise des soirées.',
					'La laverie, la cuisine et Internet sont compris.',
				],
				for: [['young-people'], ['young-people', 'students']],
				bring: [
					'Avoir entre 16 et 30 ans.',
					'Apportez une pièce d’identité et votre contrat ou votre convention.',
				],
				price: ['De 320 € à 480 € par mois, avant l’aide au logement.'],
				wide: 'departement',
			},
		],
	},
	{
		topic: 'logement-hebergement--rechercher-une-solution-dhebergement-temporaire',
		offers: [
			{
				kind: 'support',
				by: ['shelter', 'exiles'],
				weight: 4,
				names: ['Hébergement d’urgence', 'Mise à l’abri', 'Hébergement et accompagnement'],
				what: [
					'Un lit, un repas et une douche vous sont proposés quand vous n’avez nulle part où dormir.',
					'Nous hébergeons des personnes seules ou en famille, le temps de retrouver un logement.',
					'Vous êtes à la rue ou vous allez l’être ? Nous cherchons une place avec vous.',
				],
				how: [
					'La nuit et en urgence, appelez le 115 : l’appel ne coûte rien.',
					'Une éducatrice vous aide pour vos papiers, votre santé et vos ressources.',
					'Un casier fermé et une laverie sont à votre disposition.',
					'La durée du séjour dépend de votre situation.',
				],
				for: [
					['people-in-emergency'],
					['people-in-emergency', 'families'],
					['exiled-people', 'people-in-emergency'],
				],
				bring: ['Aucun papier n’est demandé pour une mise à l’abri.'],
				access: 'referral',
				urgent: true,
			},
			{
				kind: 'support',
				by: ['shelter', 'womens-rights'],
				weight: 1,
				names: ['Hébergement pour femmes et enfants', 'Appartement protégé pour femmes'],
				what: [
					'Nous hébergeons des femmes, avec ou sans enfants, qui ont dû quitter leur logement.',
					'Un appartement discret vous est proposé, le temps de vous reposer et de faire le point.',
				],
				how: [
					'L’adresse n’est donnée à personne.',
					'L’école, les soins et les papiers sont vus avec vous, pas à pas.',
					'En danger immédiat, appelez le 17.',
				],
				for: [['women'], ['women', 'families', 'people-in-emergency']],
				access: 'referral',
				urgent: true,
				also: ['famille--surmonter-conflits-separation-violence'],
			},
			{
				kind: 'support',
				by: ['young-workers-home', 'housing-advice', 'ccas'],
				weight: 1,
				names: ['Logement temporaire', 'Chambre pour quelques semaines', 'Logement de dépannage'],
				paired: true,
				what: [
					'Un logement temporaire meublé peut vous être proposé après une séparation ou la perte d’un bail.',
					'Dormez quelques nuits ou quelques semaines dans une chambre, le temps d’un stage ou d’un contrat.',
					'Après un incendie ou une rupture, un logement meublé vous dépanne quelques semaines.',
				],
				how: [
					'Nous préparons dès le début la suite de votre parcours de logement.',
					'Les draps et la vaisselle sont fournis.',
				],
				for: [['young-people'], ['families', 'people-in-emergency'], ['workers']],
				price: ['De 8 € à 15 € la nuit.', 'Participation selon vos ressources.'],
			},
		],
	},
	{
		topic: 'logement-hebergement--reduire-les-impayes-de-loyer',
		offers: [
			{
				kind: 'support',
				by: ['housing-advice', 'ccas', 'solidarity-house', 'budget-advice', 'legal-access'],
				weight: 2,
				names: [
					'Impayés de loyer : réagir à temps',
					'Prévention des expulsions',
					'Dette de loyer et plan de remboursement',
					'Aide face aux impayés de loyer',
				],
				what: [
					'Vous avez un impayé de loyer ? Cherchons une solution avant que la dette ne grossisse.',
					'Mettez en place un plan de remboursement avec votre propriétaire, avec notre aide.',
					'Vous avez reçu un commandement de payer ou une convocation au tribunal ? Contactez-nous vite.',
					'Nous aidons les locataires à demander un fonds d’aide pour leurs loyers en retard.',
				],
				how: [
					'Nous vérifions si votre aide au logement peut être maintenue.',
					'Une juriste vous explique chaque étape de la procédure.',
					'Nous contactons le propriétaire seulement si vous êtes d’accord.',
					'Reprendre même un petit versement change beaucoup de choses.',
				],
				for: [['everyone'], ['families'], ['workers', 'minimum-income-recipients']],
				bring: ['Apportez votre bail, le décompte de la dette et les courriers de l’huissier.'],
				also: ['logement-hebergement--se-maintenir-dans-le-logement'],
				reach: 'either',
			},
		],
	},
	{
		topic: 'logement-hebergement--se-maintenir-dans-le-logement',
		offers: [
			{
				kind: 'support',
				by: ['housing-advice', 'ccas', 'third-place'],
				weight: 2,
				names: [
					'Lutter contre le froid et l’humidité',
					'Mieux chauffer, moins payer',
					'Visite énergie à domicile',
				],
				what: [
					'Votre logement est humide ou mal chauffé ? Voyons chez vous ce qui peut changer.',
					'Nous vous aidons à mieux chauffer votre logement et à baisser vos factures d’énergie.',
				],
				how: [
					'Une visite chez vous permet de voir ce qui peut être fait tout de suite.',
					'Nous montons les demandes d’aide aux travaux avec vous.',
					'Vous recevez un petit équipement : ampoules, joints, thermomètre.',
				],
				for: [['everyone'], ['families', 'priority-area-residents'], ['seniors']],
				bring: ['Apportez vos factures d’énergie des douze derniers mois.'],
			},
			{
				kind: 'support',
				by: ['housing-advice', 'disability', 'solidarity-house', 'mutual'],
				weight: 1,
				names: ['Adapter son logement', 'Un logement adapté à l’âge ou au handicap'],
				what: [
					'Adaptez votre logement à un handicap ou à l’âge : douche, rampe, monte-escalier.',
					'Une ergothérapeute vient chez vous et propose des aménagements simples.',
				],
				how: [
					'Nous cherchons les aides qui paient une partie des travaux.',
					'Nous vous aidons à comparer les devis.',
					'Du petit matériel peut être essayé avant l’achat.',
				],
				for: [['seniors', 'people-with-disabilities'], ['people-with-disabilities'], ['seniors']],
			},
			{
				kind: 'support',
				by: ['housing-advice', 'legal-access', 'solidarity-house'],
				weight: 1,
				names: [
					'Conflit avec le propriétaire',
					'Logement dangereux : faire valoir ses droits',
					'Rester dans son logement',
				],
				what: [
					'Le dialogue est rompu avec votre propriétaire ? Faites-vous conseiller.',
					'Faites constater un logement indigne ou dangereux et demandez des travaux.',
				],
				how: [
					'Nous écrivons les courriers avec vous.',
					'Continuez à payer le loyer, même en cas de conflit : nous vous disons pourquoi.',
					'Une médiation peut être proposée aux deux parties.',
				],
				bring: ['Apportez votre bail, vos courriers et des photos du logement.'],
			},
		],
	},
	{
		topic: 'logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement',
		offers: [
			{
				kind: 'information',
				by: ['housing-advice', 'youth-information', 'desk', 'youth-mission'],
				weight: 2,
				names: [
					'Information logement',
					'Droits et devoirs du locataire',
					'Préparer son premier logement',
					'Bail, état des lieux, caution : comprendre',
				],
				what: [
					'Comprenez le bail, la caution, l’état des lieux et l’assurance avant de louer.',
					'Posez vos questions sur l’aide au logement, la colocation ou le logement social.',
					'Recevez la liste des démarches à faire pour un premier logement.',
				],
				how: [
					'Un petit guide vous est remis.',
					'Nous répondons aux locataires comme aux propriétaires.',
					'Chaque réponse est donnée avec des mots simples, à l’oral ou par écrit.',
				],
				for: [['everyone'], ['young-people', 'students'], ['exiled-people']],
				reach: 'either',
			},
		],
	},
];
