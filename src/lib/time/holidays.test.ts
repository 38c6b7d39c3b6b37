import departments from '@etalab/decoupage-administratif/data/departements.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { departmentOf, publicHolidaysOf, schoolHolidaysOf } from './holidays.ts';

test('the département of a commune, overseas and before 2007 too', () => {
	expect(['62498', '2A004', '97411', '97127', '98818', '75'].map(departmentOf)).toEqual([
		'62',
		'2A',
		'974',
		'978',
		'988',
		'75',
	]);
});

test('every département has one school zone: 32 in A, 21 in C, 41 in B and Corse', () => {
	const count: Record<string, number> = {};
	for (const { code } of departments.filter(({ zone }) => zone === 'metro')) {
		const zone = schoolHolidaysOf(code);
		count[zone] = (count[zone] ?? 0) + 1;
	}
	expect(count).toEqual({ 'Zone A': 32, 'Zone B': 41, 'Zone C': 21, Corse: 2 });
	expect(['25', '33', '69', '59', '44', '13', '31', '75', '34'].map(schoolHolidaysOf).join('')).toBe(
		'Zone AZone AZone AZone BZone BZone BZone CZone CZone C',
	);
});

test('Alsace, Moselle and overseas keep their own public holidays', () => {
	expect(['57', '67', '68', '974', '44'].map(publicHolidaysOf)).toEqual([
		'Moselle',
		'Bas-Rhin',
		'Haut-Rhin',
		'La Réunion',
		'Île-de-France',
	]);
});
