import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownValue } from './shown-proposition.ts';
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
	['lundi 9h-midi ; jours fériés : fermé', 'Mo 09:00-12:00; PH off'],
	['samedi 18h à minuit', 'Sa 18:00-24:00'],
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

test('hours shown as people read them are read back the same', () => {
	const clock = (quarter: number) =>
		`${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
	const span = fc
		.tuple(fc.integer({ min: 28, max: 48 }), fc.integer({ min: 52, max: 90 }))
		.map(([from, to]) => `${clock(from)}-${clock(to)}`);
	const day = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su');
	const week = fc.uniqueArray(fc.tuple(day, span), { minLength: 1, selector: ([name]) => name });
	fc.assert(
		fc.property(week, fc.constantFrom('', '; PH off'), (days, holidays) => {
			const hours = days.map(([name, hour]) => `${name} ${hour}`).join('; ') + holidays;
			const shown = shownValue('openingHours', hours);
			expect(shownValue('openingHours', readTypedHours(shown.join('\n')))).toEqual(shown);
		}),
		{ numRuns: 50 },
	);
});
