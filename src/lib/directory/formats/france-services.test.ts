import { expect, test } from 'vitest';
import { parseFranceServices } from './france-services.ts';

const line = {
	id_fs: '291',
	insee_dep: '51',
	lib_fs: 'France services La Poste de Bassuet',
	adresse: '1 Rue Ernest Haudos',
	complement_adresse: '',
	insee_com: '51040',
	code_postal: '51300',
	lib_com: 'Bassuet',
	latitude: '48,79731',
	longitude: '4.667419',
	mail: 'a@exemple.fr - b@exemple.fr',
	telephone: '09 72 65 02 46',
	h_lundi: '08:30 - 12:00 / 13:30 - 17:00',
	h_mardi: '08:30 - 12:00 / 13:30 - 17:00',
	h_mercredi: '',
	h_jeudi: '',
	h_vendredi: '',
	h_samedi: '',
	prise_rdv: 'Oui',
	commentaire: 'Trois antennes\nMunissez-vous de\\x20vos papiers d\\x92identit\\xE9',
	type_fs: 'Antenne',
	format_fs: 'Bus_équivalent',
	groupe_fs: 'Bassuet',
	labellisation_fs: 'Espace labellisé 01/01/2020',
};
const parse = (more: Partial<Record<keyof typeof line, string>> = {}) =>
	parseFranceServices({ line: 7, values: { ...line, ...more } }, { fileDate: '2024-08-01' });

test('a line gives an organisation of the network and the help it offers', () => {
	const { organisation, service, problems, warnings } = parse();
	expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
	expect(organisation).toMatchObject({
		source: 'france-services',
		sourceId: 'france-services--291',
		name: 'France services La Poste de Bassuet',
		networks: ['france-service', 'la-poste'],
		openingHours: 'Mo-Tu 08:30-12:00,13:30-17:00',
		place: {
			latitude: 48.79731,
			longitude: 4.667419,
			inseeCode: '51040',
			communeCode: null,
			position: 'given',
		},
		updatedOn: '2024-08-01',
	});
	expect(organisation?.description).toBe(
		'Espace labellisé France services le 01/01/2020.\n' +
			'C’est une antenne d’un autre espace France services.\n' +
			'Il fait partie du groupe « Bassuet ».',
	);
	expect(service).toMatchObject({
		organisationSourceId: 'france-services--291',
		email: 'a@exemple.fr',
		mobilisationModes: ['visit', 'phone', 'email'],
		mobilisationDetails: 'Vous pouvez prendre rendez-vous.',
		audiences: ['everyone'],
		fee: 'free',
	});
	expect(service?.description).toContain('dans un bus');
	expect(service?.description).toContain('Trois antennes\nMunissez-vous de vos papiers d’identité');
	expect(service?.description).toContain('Autres adresses électroniques : b@exemple.fr');
});

test('hours that can be read two ways are shown as written, and said', () => {
	const { organisation, service, warnings } = parse({ h_mardi: '09:00 - 16:30 / 13:30 - 16:30' });
	expect(organisation?.openingHours).toBeNull();
	expect(service?.description).toContain(
		'Horaires indiqués, à vérifier avant de venir : lundi 08:30 - 12:00 / 13:30 - 17:00 ; mardi 09:00 - 16:30 / 13:30 - 16:30',
	);
	expect(warnings).toMatchObject([{ line: 7, field: 'h_mardi', value: '09:00 - 16:30 / 13:30 - 16:30' }]);
});

test('a value that cannot be used is left, and the line enters', () => {
	const { organisation, warnings } = parse({ latitude: 'nord', mail: 'sans arobase', code_postal: '513' });
	expect(organisation).toMatchObject({
		email: null,
		place: { latitude: null, longitude: null, position: 'unknown', postcode: null },
	});
	expect(warnings.map(({ field }) => field)).toEqual(['mail', 'latitude', 'code_postal']);
});

test.each([
	[{ id_fs: '' }, 'id_fs', []],
	[{ lib_fs: 'FS' }, 'lib_fs', ['organisation', 'service']],
	[{ insee_com: '510' }, 'insee_com', ['organisation', 'service']],
])('%o rejects the line', (more, field, about) => {
	const parsed = parse(more);
	expect(parsed).toMatchObject({ organisation: null, service: null, problems: [{ line: 7, field }] });
	expect(parsed.about.map(({ kind }) => kind)).toEqual(about);
});

test('a line of another kind of file is rejected column by column', () => {
	const { problems } = parseFranceServices(
		{ line: 2, values: { nom: 'Mairie' } },
		{ fileDate: '2024-08-01' },
	);
	expect(problems.map(({ field }) => field)).toEqual(['id_fs', 'lib_fs', 'insee_com']);
	expect(problems[0]?.problem).toContain('La colonne « id_fs » manque');
});
