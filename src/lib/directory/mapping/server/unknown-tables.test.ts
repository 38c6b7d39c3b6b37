import { expect, test } from 'vitest';
import { guessed } from '#lib/testing/mapping-trial.ts';

// Every file here is invented, as a source that nobody has seen would write it.

/** As Excel exports it in France. */
const windows1252 = (text: string): Buffer =>
	Buffer.from(
		text.replace(/[’œ–]/g, (sign) => ({ '’': '\x92', œ: '\x9c', '–': '\x96' })[sign] ?? sign),
		'latin1',
	);

test('titles above the names, Windows-1252, an address in one cell, hours in one cell', async () => {
	const text = [
		'Recensement des lieux d’accueil – Artois;;;;;;',
		'Mise à jour : 12/10/2026;;;;;;',
		';;;;;;',
		'Nom de la structure;Adresse complète;Tél.;Mail;Horaires;Publics accueillis;Thématiques',
		'Maison de l’Artois;12 rue de la Paix, 62300 Lens;03.21.00.00.01;contact@artois.exemple;lun-ven 9h-12h/14h-17h;Jeunes, Femmes;Logement',
		'Le Cœur ouvert;3 place Foch 62000 Arras;3 21 00 00 02;;du lundi au jeudi : 8h30 à 12h00 et de 13h30 à 17h15;Tout public;Alimentation / Santé',
		';;;;;;',
	].join('\r\n');
	const { organisations, services, problems, unused } = await guessed('lieux.csv', windows1252(text));
	expect({ problems, unused }).toEqual({ problems: [], unused: [] });
	expect(organisations).toMatchObject([
		{
			name: 'Maison de l’Artois',
			phone: '0321000001',
			email: 'contact@artois.exemple',
			openingHours: 'Mo-Fr 09:00-12:00,14:00-17:00',
			place: { address: '12 rue de la Paix', postcode: '62300', communeName: 'Lens' },
		},
		{
			name: 'Le Cœur ouvert',
			phone: '0321000002',
			openingHours: 'Mo-Th 08:30-12:00,13:30-17:15',
			place: { address: '3 place Foch', postcode: '62000', communeName: 'Arras' },
		},
	]);
	expect(services.map(({ audiences, topics }) => [audiences, topics])).toEqual([
		[['young-people', 'women'], ['logement-hebergement--louer-un-logement']],
		[['everyone'], ['equipement-et-alimentation--alimentation', 'sante--acces-aux-soins']],
	]);
});

test('names on two lines, zeros lost, a SIRET cut by the spreadsheet, days in columns', async () => {
	const text = `Structure,,Coordonnées,,,Horaires,,
Nom,SIRET,Adresse,CP,Ville,Lundi,Mardi,Mercredi
Relais Emploi,8.07469E+13,1 rue A,1000,Bourg-en-Bresse,9h-12h,14h-17h,fermé
Mission Locale,80746931700018,2 rue B,01100,Oyonnax,9h-12h 14h-17h,,9-12
`;
	const { organisations, warnings } = await guessed('ain.csv', text);
	expect(organisations).toMatchObject([
		{ siret: null, openingHours: 'Mo 09:00-12:00; Tu 14:00-17:00', place: { postcode: '01000' } },
		{ siret: '80746931700018', openingHours: 'Mo 09:00-12:00,14:00-17:00; We 09:00-12:00' },
	]);
	expect(warnings.map(({ line, field, problem }) => [line, field, problem])).toEqual([
		[3, 'SIRET', expect.stringContaining('abrégé par le tableur')],
	]);
});

test('half-days under their day', async () => {
	const text = `Lieu;Commune;Lundi;;Mardi;;Jeudi;
Nom;Ville;Matin;Après-midi;Matin;Après-midi;Matin;Après-midi
Accueil de jour;Lens;9h-12h;14h-17h;fermé;14h-17h;9h-12h;
`;
	const { organisations } = await guessed('accueils.csv', text);
	expect(organisations[0]?.openingHours).toBe('Mo 09:00-12:00,14:00-17:00; Tu 14:00-17:00; Th 09:00-12:00');
});

test('Lambert-93 metres, in two columns or in one, and an INSEE code without its zero', async () => {
	const two = `identifiant\tlibelle\tcoord_x\tcoord_y\tinsee_com\tdescriptif
12\tCCAS de Lens\t684 532,12\t7 037 120,5\t62498\tAide sociale facultative
13\tCCAS d’Ambérieu\t882000,4\t6543210,8\t1004\tDomiciliation
`;
	const { organisations } = await guessed('ccas.tsv', two);
	expect(organisations.map(({ sourceId, place }) => [sourceId, place?.inseeCode])).toEqual([
		['ccas--12', '62498'],
		['ccas--13', '01004'],
	]);
	expect(organisations[0]?.place?.latitude).toBeCloseTo(50.4314, 3);
	const one = 'nom;coordonnees\nCCAS;684532.12, 7037120.5\nMairie;684540.1, 7037130.2\n';
	const { organisations: pairs } = await guessed('ccas.csv', one);
	expect(pairs[0]?.place?.longitude).toBeCloseTo(2.7826, 3);
});

test('a point in one column, telephones without their zero', async () => {
	const text = `nom,geo,code_insee,telephone,public
Point Info,"50.43, 2.83",62498,321000001,Personnes âgées
Point Écoute,"48.8566, 2.3522",75056,+33 1 40 00 00 00,Étudiants
`;
	const { organisations, services } = await guessed('points.csv', text);
	expect(organisations).toMatchObject([
		{ phone: '0321000001', place: { latitude: 50.43, longitude: 2.83 } },
		{ phone: '0140000000', place: { latitude: 48.8566, longitude: 2.3522 } },
	]);
	expect(services.map(({ audiences }) => audiences)).toEqual([['seniors'], ['students']]);
});

test('decimal commas, and a minus sign lost overseas', async () => {
	const text = `Lieu;Lat;Lng;Code postal;Commune
Tiers-lieu A;50,43;2,83;62300;LENS
Tiers-lieu C;20,8823;55,4504;97400;SAINT DENIS
`;
	const { organisations, warnings } = await guessed('tiers-lieux.csv', text);
	expect(organisations.map(({ place }) => [place?.latitude, place?.longitude])).toEqual([
		[50.43, 2.83],
		[-20.8823, 55.4504],
	]);
	expect(warnings).toMatchObject([{ line: 3, field: 'Lng, Lat' }]);
});

const oneRowATopic = `id_service;nom_service;structure;commune;code_postal;theme;description
S1;Accompagnement au numérique;Hub;Lens;62300;Accès aux droits;On vous aide dans vos démarches.
S2;Atelier CV;Hub;Lens;62300;Emploi;Rédiger son CV.
S1;Accompagnement au numérique;Hub;Lens;62300;Numérique;On vous aide dans vos démarches.
`;

test('one row for each topic of a service: they are one service', async () => {
	const { file, rows, services, problems } = await guessed('services.csv', oneRowATopic);
	expect(file).toMatchObject({ group: ['id_service'] });
	expect({ rows, problems }).toEqual({ rows: 3, problems: [] });
	expect(services.map(({ sourceId, topics }) => [sourceId, topics.length])).toEqual([
		['services--S2', 1],
		['services--S1', 2],
	]);
});

test('audiences in columns of crosses, and a fee told by a yes', async () => {
	const text = `Organisme;Service;Ville;CP;Jeunes;Femmes;Personnes handicapées;Seniors;Gratuit;Observations
Cap Emploi;Conseil;Lens;62300;x;;X;;oui;Sur rendez-vous
Mission Locale;Suivi;Lens;62300;X;x;;;oui;
Relais;Bilan;Arras;62000;;;;x;non;30 euros
`;
	const { services, warnings } = await guessed('offre.csv', text);
	expect(warnings).toEqual([]);
	expect(services.map(({ name, audiences, fee }) => [name, audiences, fee])).toEqual([
		['Conseil', ['young-people', 'people-with-disabilities'], 'free'],
		['Suivi', ['young-people', 'women'], 'free'],
		['Bilan', ['seniors'], 'paid'],
	]);
	expect(services[1]?.description).toBe('Suivi, Mission Locale, Lens');
	const { services: paid } = await guessed(
		'tarif.csv',
		'Nom;Ville;Payant\nAtelier;Lens;oui\nAccueil;Lens;non\n',
	);
	expect(paid.map(({ fee }) => fee)).toEqual(['paid', 'free']);
});

test('names in English, dates with the month first', async () => {
	const text = `Organization Name,Program,Street Address,City,Zip,Phone Number,E-mail,Website,Hours of Operation,Eligibility,Fees,Languages Spoken,Last Updated
Food Bank Lens,Food parcels,5 rue Verte,Lens,62300,+33321000003,food@bank.exemple,foodbank.exemple,Mo-Fr 09:00-12:00,Low income,Free,"French, English",10/02/2026
Food Bank Lens,Clothes,5 rue Verte,Lens,62300,+33321000003,food@bank.exemple,foodbank.exemple,Sa 09:00-12:00,Anyone,Free,French,03/25/2026
`;
	const { organisations, services, problems, unused } = await guessed('food.csv', text);
	expect({ problems, unused }).toEqual({ problems: [], unused: [] });
	expect(
		services.map(({ name, conditions, fee, languages, updatedOn }) => [
			name,
			conditions,
			fee,
			languages,
			updatedOn,
		]),
	).toEqual([
		['Food parcels', 'Low income', 'free', ['fr', 'en'], '2026-10-02'],
		['Clothes', 'Anyone', 'free', ['fr'], '2026-03-25'],
	]);
	expect(new Set(organisations.map(({ sourceId }) => sourceId)).size).toBe(1);
	expect(organisations[0]?.website).toBe('https://foodbank.exemple');
});

test('no identifier: the same rows give the same ones, in any order; empty rows are nothing', async () => {
	const head = 'Nom;Adresse;Commune;Téléphone';
	const rows = ['Secours A;1 rue X;Lens;0321000001', 'Secours A;9 rue Y;Arras;0321000002', 'Secours B;;;'];
	const ids = async (lines: readonly string[]) => {
		const { organisations } = await guessed('secours.csv', [head, ...lines, ';;;', '  ; ;;'].join('\n'));
		return organisations.map(({ sourceId }) => sourceId);
	};
	const first = await ids(rows);
	expect(new Set(first).size).toBe(3);
	expect((await ids(rows.toReversed())).toReversed()).toEqual(first);
});

test('an identifier told twice for two things tells nothing; two things of one name are two', async () => {
	const text = `id;nom;ville;description
1;Accueil;Lens;Un lieu pour souffler
1;Accueil;Lens;Un atelier le mardi
2;Ressourcerie;Arras;Des meubles à petit prix

;Sans identifiant;Lens;Un lieu ouvert
`;
	const { organisations } = await guessed('doublons.csv', text);
	expect(new Set(organisations.map(({ sourceId }) => sourceId)).size).toBe(4);
});

test('a SIRET tells branches apart only when it is whole', async () => {
	const table = (siret: string) => `SIRET;Raison sociale;Service;Ville;Thème
${siret};Garage solidaire;Réparation;Lens;Mobilité
${siret};Garage solidaire;Location;Lens;Mobilité
`;
	const whole = await guessed('garages.csv', table('807 469 317 00018'));
	expect(whole.organisations.map(({ sourceId }) => sourceId)).toEqual(
		Array(2).fill('garages--80746931700018'),
	);
	const cutShort = await guessed('garages.csv', table('8,07469E+13'));
	expect(cutShort.organisations[0]?.sourceId).toMatch(/^garages--[\da-f]{20}$/);
});

test('no name above the columns: nothing is lost, and looks tell what they can', async () => {
	const text = 'Maison A;1 rue A;62300;Lens;0321000001\nMaison B;2 rue B;62000;Arras;0321000002\n';
	const { organisations } = await guessed('sans-titre.csv', text);
	expect(organisations).toMatchObject([
		{ name: 'Maison A', phone: '0321000001', place: { postcode: '62300' } },
		{ name: 'Maison B', phone: '0321000002', place: { postcode: '62000' } },
	]);
});

test.each([
	['bars', 'nom|ville|thème\nMaison A|Lens|Logement\nMaison B|Arras|Santé\n'],
	[
		'a first line that tells the separator',
		'sep=;\nNom;Ville;Thème\nMaison A;Lens;Logement\nMaison B;Arras;Santé\n',
	],
	[
		'commas within',
		'Nom;Ville;Thème\nMaison A;Lens;Logement\nMaison B;Arras;Santé\n'.replaceAll('Maison', 'Maison, lieu'),
	],
])('cells parted by %s', async (_, text) => {
	const { organisations, services } = await guessed('lieux.csv', text);
	expect(organisations.map(({ place }) => place?.communeName)).toEqual(['Lens', 'Arras']);
	expect(services).toHaveLength(2);
});

test('a telephone and an address of mail in one cell, in words', async () => {
	const text = `Où ?;Quoi ?;Comment nous joindre ?
Centre social;Aide aux devoirs;03 21 00 00 01 ou accueil@centre.exemple
Mairie;Permis de conduire;03 21 00 00 02
`;
	const { organisations, services, warnings } = await guessed('quartier.csv', text);
	expect(warnings).toEqual([]);
	expect(organisations).toMatchObject([
		{ phone: '0321000001', email: 'accueil@centre.exemple' },
		{ phone: '0321000002', email: null },
	]);
	expect(services.map(({ topics }) => topics)).toEqual([
		['famille--soutien-a-la-parentalite-et-a-leducation'],
		['mobilite--preparer-un-permis'],
	]);
});

test('UTF-16, a postcode with its town, open day and night, a name beside a telephone', async () => {
	const text = `Nom;CP Ville;Horaires d'ouverture;Contact\r
Maison A;62300 Lens;Lundi au jeudi de 9h à 17h;Mme Dupont 03-21-00-00-01\r
Maison B;62000 ARRAS CEDEX;Ouvert 24h/24 7j/7;M. Durand, 06 12 34 56 78\r
`;
	const bytes = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(text, 'utf16le')]);
	const { organisations, unused, warnings } = await guessed('nuit.csv', bytes);
	expect({ unused, warnings }).toEqual({ unused: [], warnings: [] });
	expect(organisations).toMatchObject([
		{
			phone: '0321000001',
			openingHours: 'Mo-Th 09:00-17:00',
			place: { postcode: '62300', communeName: 'Lens' },
		},
		{ phone: '0612345678', openingHours: '24/7', place: { postcode: '62000', communeName: 'ARRAS CEDEX' } },
	]);
});

test('a point with its longitude first, under a name that is said of addresses; a SIREN is no telephone', async () => {
	const text = `Intitulé,Commune,Localisation,Type de public,SIREN
"Permanence, mairie",Lens,"2.83, 50.43",Allocataires du RSA,807469317
Atelier,Arras,"2.77, 50.29",Tous,807469325
`;
	const { organisations, services, warnings } = await guessed('lieux.csv', text);
	expect(warnings).toEqual([]);
	expect(organisations).toMatchObject([
		{ phone: null, place: { longitude: 2.83, latitude: 50.43 } },
		{ phone: null, place: { longitude: 2.77, latitude: 50.29 } },
	]);
	expect(services.map(({ audiences }) => audiences)).toEqual([['minimum-income-recipients'], ['everyone']]);
});

test('names with ends of lines, months for dates, hours that are not understood are told once', async () => {
	const text = `"Nom\nde la\nstructure";"Code\npostal";Ville;"Date de\nMAJ";Horaires
Maison A;62300;Lens;octobre 2026;1er et 3e mardi du mois 14h-16h
Maison B;62000;Arras;03/2025;Tous les jours 8h-20h
`;
	const { organisations, warnings } = await guessed('lieux.csv', text);
	expect(organisations).toMatchObject([
		{ name: 'Maison A', updatedOn: '2026-10-01', openingHours: '1er et 3e mardi du mois 14h-16h' },
		{ name: 'Maison B', updatedOn: '2025-03-01', openingHours: 'Mo-Su 08:00-20:00' },
	]);
	expect(warnings.map(({ line, field }) => [line, field])).toEqual([[6, 'Horaires']]);
});

test('whole addresses are known by their look, whatever the name of their column; sentences are not', async () => {
	const text = `Nom;Où;Remarque
Accueil de jour;4 rue des Lilas, 62300 Lens;Sonner au 62300 Lens. Puis entrer
Maison de l’Artois;3 place Foch 62000 Arras;Sonner au 62000 Arras. Puis entrer
`;
	const { organisations } = await guessed('accueils.csv', text);
	expect(organisations.map(({ place }) => [place?.address, place?.postcode, place?.communeName])).toEqual([
		['4 rue des Lilas', '62300', 'Lens'],
		['3 place Foch', '62000', 'Arras'],
	]);
});
