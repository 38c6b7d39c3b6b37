import { expect, test } from 'vitest';
import { showAgenda } from './shown-agenda.ts';

const line = (id: string, startsAt: string) => ({
	id,
	pathwayId: 'p',
	subjectLine: 'Point',
	startsAt: new Date(startsAt),
	minutes: 60,
	place: null,
	name: 'Lila',
});

test('an agenda puts what is to tell first, then each day of Paris', () => {
	const agenda = showAgenda(
		[
			line('gone', '2026-11-23T10:00:00Z'),
			line('today', '2026-11-23T14:30:00Z'),
			line('late', '2026-11-23T23:30:00Z'),
			line('first', '2026-12-01T08:00:00Z'),
		],
		new Date('2026-11-23T11:00:00Z'),
	);
	expect(agenda.unsaid.map(({ id, when }) => [id, when])).toEqual([
		['gone', 'lundi 23 novembre 2026 à 11\u00a0h'],
	]);
	expect(agenda.days.map(({ day, lines }) => [day, lines.map(({ time }) => time)])).toEqual([
		['Aujourd’hui, lundi 23 novembre 2026', ['15\u00a0h\u00a030']],
		['mardi 24 novembre 2026', ['0\u00a0h\u00a030']],
		['mardi 1er décembre 2026', ['9\u00a0h']],
	]);
});
