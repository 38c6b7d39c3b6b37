import { expect, test } from 'vitest';
import { isInFrance } from './bounds.ts';

test.each([
	['Lens', 50.43, 2.83],
	['Saint-Denis de La Réunion', -20.88, 55.45],
	['Cayenne', 4.92, -52.31],
	['Mamoudzou', -12.78, 45.22],
	['Papeete', -17.54, -149.57],
	['Mata-Utu', -13.28, -176.18],
	['Ouessant', 48.46, -5.09],
	['Bonifacio', 41.39, 9.16],
])('%s is in France', (_, latitude, longitude) => expect(isInFrance({ latitude, longitude })).toBe(true));

test.each([
	['null island', 0, 0],
	['latitude and longitude swapped', 2.83, 50.43],
	['a lost minus sign', 21.1, 55.5],
	['the Atlantic', 45, -30],
])('%s is not', (_, latitude, longitude) => expect(isInFrance({ latitude, longitude })).toBe(false));
