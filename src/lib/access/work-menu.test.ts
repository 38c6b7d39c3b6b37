import { expect, test } from 'vitest';
import { roles } from '../actor.ts';
import { workMenu } from './work-menu.ts';

const organisationId = '8d5e3bd0-1111-4222-8333-123456789abc';
const menuOf = (role: (typeof roles)[number]) =>
	workMenu({ role, organisationId, territoryKind: null }).map(({ href }) => href);

test('workers find people, referrals, meetings and relays, providers what they must answer, the others nothing', () => {
	expect(menuOf('worker')).toEqual([
		'/aujourdhui',
		'/personnes',
		'/orientations',
		'/a-traiter',
		'/agenda',
		'/relais',
	]);
	expect(menuOf('provider')).toEqual(['/aujourdhui', '/a-traiter']);
	const others = roles.filter((role) => role !== 'worker' && role !== 'provider');
	expect(others.flatMap(menuOf)).toEqual([]);
	expect(workMenu(null)).toEqual([]);
	expect(workMenu({ role: 'worker', organisationId: null, territoryKind: null })).toEqual([]);
});

test('those of a territory find its figures', () => {
	const onTerritory = (role: (typeof roles)[number]) =>
		workMenu({ role, organisationId: null, territoryKind: 'epci' }).map(({ href }) => href);
	expect([onTerritory('coordinator'), onTerritory('facilitator')]).toEqual([
		['/pilotage/ruptures'],
		['/pilotage/ruptures'],
	]);
	expect(roles.filter((role) => onTerritory(role).length > 0)).toEqual(['facilitator', 'coordinator']);
});
