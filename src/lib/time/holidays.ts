/**
 * Which holidays a département keeps, by the names of the opening hours library's tables. Public: code du travail,
 * L3133-1, with Alsace and Moselle's Good Friday and 26 December (L3134-13) and overseas' days of the abolition of
 * slavery (L3422-2). School: zones A, B and C of the ministry, arrêté of 7 December 2022.
 */
const named: Readonly<Record<string, string>> = {
	57: 'Moselle',
	67: 'Bas-Rhin',
	68: 'Haut-Rhin',
	971: 'Guadeloupe',
	972: 'Martinique',
	973: 'Guyane',
	974: 'La Réunion',
	975: 'Saint-Pierre-et-Miquelon',
	976: 'Mayotte',
	977: 'Saint-Barthélemy',
	978: 'Saint-Martin',
	986: 'Wallis-et-Futuna',
	987: 'Polynésie française',
	988: 'Nouvelle-Calédonie',
};

const zoneA =
	'01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90'.split(
		' ',
	);
const zoneC = '09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95'.split(' ');

/** Saint-Barthélemy and Saint-Martin left Guadeloupe in 2007; older files still number them inside it. */
const formerCodes: Readonly<Record<string, string>> = { 97123: '977', 97127: '978' };

/** Département, or overseas collectivity, of an INSEE code. */
export const departmentOf = (code: string): string =>
	formerCodes[code] ?? code.slice(0, /^9[78]/.test(code) ? 3 : 2);

export const publicHolidaysOf = (department: string): string => named[department] ?? 'Île-de-France';

export function schoolHolidaysOf(department: string): string {
	if (/^2[AB]$|^20$/.test(department)) return 'Corse';
	if (department.length === 3) return named[department] ?? 'Zone A';
	if (zoneA.includes(department)) return 'Zone A';
	return zoneC.includes(department) ? 'Zone C' : 'Zone B';
}
