import { expect, test } from 'vitest';
import { plainService } from './service.ts';
import { showDay } from './shown-day.ts';
import { showStops } from './shown-stops.ts';

const at = new Date('2026-11-23T11:00:00Z');

test('what is not known is not said', () => {
	expect(showDay(plainService, at)).toEqual({ closed: null, soonClosed: [], facts: [], full: false });
});

test('what is known is said in sentences', () => {
	const day = showDay(
		{
			...plainService,
			closures: [
				{ from: '2026-11-20', to: '2026-11-30', reason: 'travaux.' },
				{ from: '2026-12-24', to: '2026-12-31', reason: null },
				{ from: '2027-05-01', to: null, reason: null },
			],
			capacity: 12,
			placesLeft: 0,
			saturation: 'high',
			welcome: 'unconditional',
			responseDays: 3,
			languages: ['ar', 'uk'],
		},
		at,
	);
	expect(day).toEqual({
		closed: 'Fermé. Ouvre de nouveau le 1er décembre 2026. Raison\u00A0: travaux.',
		soonClosed: [
			'Fermé du 24 décembre 2026 au 31 décembre 2026.',
			'Fermé à partir du 1er mai 2027, sans date de retour connue.',
		],
		facts: [
			'Aucune place libre sur 12.',
			'Très demandé en ce moment\u00A0: l’attente peut être longue.',
			'Accueil sans condition.',
			'Répond d’ordinaire en 3 jours.',
			'On y parle arabe et ukrainien.',
		],
		full: true,
	});
});

test('stops come in the order of their next date, those that are over last', () => {
	const stop = { address: null, communeCode: null, longitude: 2, latitude: 50, openingHours: null };
	const shown = showStops(
		[
			{ ...stop, name: 'Hier', dates: ['2026-11-22'] },
			{ ...stop, name: 'Après', dates: ['2026-12-01', '2026-11-01'] },
			{ ...stop, name: 'Aujourd’hui', dates: ['2026-11-23'] },
		],
		at,
	);
	expect(shown.map(({ name, dates, over }) => [name, dates, over])).toEqual([
		['Aujourd’hui', ['23 novembre 2026'], false],
		['Après', ['1er décembre 2026'], false],
		['Hier', [], true],
	]);
});
