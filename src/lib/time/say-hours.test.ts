import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayHours } from './say-hours.ts';

const said = (expression: string) => sayHours(expression)?.map((line) => line.replaceAll('\u00a0', ' '));

test('rules that are no week are said one by one', () => {
	expect(said('Tu[2],Tu[4] 09:00-12:00')).toEqual(['2e et 4e mardi du mois, 9 h – 12 h']);
	expect(said('Mo[1] 14:00-17:30; PH off')).toEqual([
		'1er lundi du mois, 14 h – 17 h 30',
		'Jours fériés, fermé',
	]);
	expect(said('Fr[-1] 10:00-11:00')).toEqual(['Dernier vendredi du mois, 10 h – 11 h']);
	expect(said('Jul-Aug Mo-Fr 09:00-12:00,14:00-17:00; Sep: We,Th 09:00-12:00')).toEqual([
		'Juillet à août : lundi à vendredi, 9 h – 12 h et 14 h – 17 h',
		'Septembre : mercredi et jeudi, 9 h – 12 h',
	]);
	expect(said('Mo 09:00-12:00 "sur rendez-vous"')).toEqual(['Lundi, 9 h – 12 h, sur rendez-vous']);
	expect(said('Dec off')).toEqual(['Décembre : fermé']);
});

test('what holds more is left as it was written', () => {
	for (const expression of ['week 1-53/2 Mo 09:00-12:00', 'sunrise-sunset', 'Mo', '', '2026 Mo 09:00-12:00'])
		expect(sayHours(expression)).toBeUndefined();
});

test('never throws, whatever is written', () => {
	fc.assert(fc.property(fc.string(), (text) => void sayHours(text)));
	fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9:,;[\]" -]*$/), (text) => void sayHours(text)));
});
