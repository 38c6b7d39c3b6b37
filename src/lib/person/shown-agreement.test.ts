import { expect, test } from 'vitest';
import { subjects } from './domain.ts';
import { sayAgreement } from './shown-agreement.ts';
import { showReadings } from './shown-readings.ts';

const said = (fields: object) =>
	sayAgreement({
		...{
			organisation: 'CCAS de Lens',
			team: 'Awa',
			level: 3,
			domains: [],
			until: '2027-06-30',
			way: 'invitation',
		},
		...fields,
	}).join(' ');

test('she hears who sees what, what not, until when, and that she may stop', () => {
	expect(said({})).toBe(
		'Awa (CCAS de Lens) verra vos étapes et vos rendez-vous, avec votre prénom et votre demande. Pas votre diagnostic, pas les notes internes. Jusqu’au 30 juin 2027. Vous pouvez arrêter quand vous voulez.',
	);
	expect(said({ team: null, level: 4, domains: ['housing', 'money'] })).toContain(
		'CCAS de Lens verra vos étapes, vos rendez-vous et ce que vous avez dit sur le logement et l’argent. Pas les autres domaines',
	);
});

test('only an agreement of its own names a sensitive subject', () => {
	for (const level of [1, 2, 3])
		expect(said({ level })).not.toMatch(/santé|addiction|justice|violence|séjour|enfant/);
	for (const subject of subjects) expect(said({ level: 5, domains: [subject] })).toContain('dit sur ');
});

test('the log says who opened what, day by day in Paris', () => {
	const line = { what: 'pathway', workerName: 'Awa Diallo', organisation: 'CCAS de Lens' } as const;
	expect(
		showReadings([
			{ id: 2, at: new Date('2026-11-03T23:30:00Z'), ...line, what: 'break-glass' },
			{ id: 1, at: new Date('2026-11-03T13:05:00Z'), ...line },
		]),
	).toEqual([
		{
			title: 'Le 4 novembre 2026',
			lines: [
				{
					id: '2',
					urgent: true,
					said: 'Awa Diallo (CCAS de Lens) a ouvert votre dossier en urgence pour trois heures, à 00:30.',
				},
			],
		},
		{
			title: 'Le 3 novembre 2026',
			lines: [{ id: '1', urgent: false, said: 'Awa Diallo (CCAS de Lens) a ouvert vos étapes, à 14:05.' }],
		},
	]);
});
