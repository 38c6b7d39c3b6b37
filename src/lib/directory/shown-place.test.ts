import { expect, test } from 'vitest';
import { showHours } from './shown-place.ts';

const monday = new Date('2026-11-23T10:00:00Z');
const week = 'Mo-Fr 09:00-17:00';

test('open hours are said open, unless the day is exceptionally closed', () => {
	expect(showHours(week, null, monday)).toMatchObject({
		open: true,
		now: expect.stringMatching(/^Ouvert jusqu’à 17/),
	});
	expect(showHours(week, null, monday, true)).toMatchObject({ open: false, now: 'Fermé' });
	expect(showHours(week, null, monday, true).week).toHaveLength(showHours(week, null, monday).week.length);
});

test('hours that nobody can read are shown as written; none say nothing', () => {
	expect(showHours('le matin', null, monday)).toMatchObject({ now: null, raw: 'le matin', week: [] });
	expect(showHours(null, null, monday, true)).toEqual({
		now: null,
		open: false,
		week: [],
		said: [],
		raw: null,
	});
});
