import { expect, test } from 'vitest';
import { readTypedHours } from './typed-hours.ts';

test.each([
	['lundi au vendredi 9h-12h', 'Mo-Fr 09:00-12:00'],
	['Du lundi au vendredi de 9h à 12h et 14h à 17h30', 'Mo-Fr 09:00-12:00,14:00-17:30'],
	['lundi, mercredi : 9h-12h', 'Mo 09:00-12:00; We 09:00-12:00'],
	['lun-ven 9:00-12:30 ; sam 9h-12h', 'Mo-Fr 09:00-12:30; Sa 09:00-12:00'],
	['mardi 9h-12h\njeudi 14h-17h', 'Tu 09:00-12:00; Th 14:00-17:00'],
	['du lundi au jeudi 9h-17h, le vendredi 9h-12h', 'Mo-Th 09:00-17:00; Fr 09:00-12:00'],
	['tous les jours 8h-20h', 'Mo-Su 08:00-20:00'],
	['lundi 9h-12h, mardi fermé', 'Mo 09:00-12:00'],
	['Mo-Fr 09:00-12:00', 'Mo-Fr 09:00-12:00'],
])('%s reads %s', (typed, expression) => {
	expect(readTypedHours(typed)).toBe(expression);
});

test.each([
	'sur rendez-vous',
	'le matin',
	'9h-12h',
	'lundi 9h-12h, lundi 14h-17h',
	'vendredi au lundi 9h-12h',
	'lundi vers 9h',
	'un mardi sur deux 9h-12h',
	'lundi 12h-9h',
	'Mo-Fr le matin',
])('%s is left to a person', (typed) => {
	expect(readTypedHours(typed)).toBeUndefined();
});
