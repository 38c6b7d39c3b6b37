import { expect, test } from 'vitest';
import { openState } from './opening-hours.ts';
import { sayOpen } from './say-open.ts';
import { zoneOf } from './zone.ts';

const paris = zoneOf('75');
const say = (hours: string, iso: string) =>
	sayOpen(openState(hours, new Date(iso), paris)!, new Date(iso), paris).replaceAll('\u00a0', ' ');

test('each case is one plain sentence', () => {
	const week = 'Mo-Fr 09:00-12:00,14:00-17:30';
	expect(say(week, '2026-11-23T13:30:00Z')).toBe('Ouvert jusqu’à 17 h 30');
	expect(say(week, '2026-11-23T16:10:00Z')).toBe('Ferme dans 20 minutes');
	expect(say(week, '2026-11-23T11:30:00Z')).toBe('Fermé, ouvre aujourd’hui à 14 h');
	expect(say(week, '2026-11-23T20:00:00Z')).toBe('Fermé, ouvre demain à 9 h');
	expect(say(week, '2026-11-27T20:00:00Z')).toBe('Fermé, ouvre lundi à 9 h');
	expect(say('24/7', '2026-11-27T20:00:00Z')).toBe('Ouvert');
	expect(say('Jun 15 10:00-12:00', '2026-11-27T20:00:00Z')).toBe('Fermé, ouvre mardi 15 juin à 10 h');
	expect(say('Mo-Su 18:00-24:00', '2026-11-27T20:00:00Z')).toBe('Ouvert jusqu’à minuit');
	expect(say('"sur rendez-vous"', '2026-11-27T20:00:00Z')).toBe('Ouverture à vérifier : sur rendez-vous');
	expect(say('Mo-Fr 09:00+', '2026-11-27T10:00:00Z')).toBe('Ouverture à vérifier');
	expect(say('Mo 09:00-12:00 "sur rendez-vous"', '2026-11-27T20:00:00Z')).toBe('Fermé');
	expect(say('Mo-Fr 23:00-24:00', '2026-12-31T23:30:00Z')).toBe('Fermé, ouvre aujourd’hui à 23 h');
});
