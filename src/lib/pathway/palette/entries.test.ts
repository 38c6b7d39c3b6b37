import { expect, test } from 'vitest';
import { entriesAt } from './entries.ts';

const menu = [{ href: '/personnes', label: 'Personnes' }];
const pathwayId = '8d5e3bd0-1111-4222-8333-123456789abc';
const hrefs = (place: Parameters<typeof entriesAt>[0]) => entriesAt(place).map(({ href }) => href);

test('the acts of the pathway on the screen come first', () => {
	const entries = entriesAt({ menu, pathwayId });
	expect(entries.slice(0, 3).map(({ label }) => label)).toEqual([
		'Orienter',
		'Prendre rendez-vous',
		'Écrire une note',
	]);
	expect(hrefs({ menu, pathwayId })[0]).toBe(`/parcours/${pathwayId}/orienter`);
});

test('elsewhere, what opens a pathway, then the pages of the menu', () => {
	expect(hrefs({ menu })).toEqual([
		'/personnes/nouvelle',
		'/personnes/code',
		'/personnes',
		'/trouver',
		'/compte',
	]);
	expect(hrefs({ menu, steward: true, organisationId: 'x' })).toEqual(
		expect.arrayContaining(['/annuaire', '/structures/x']),
	);
});

test('no address is offered twice', () => {
	const all = hrefs({ menu, pathwayId, steward: true, organisationId: 'x' });
	expect(new Set(all).size).toBe(all.length);
});
