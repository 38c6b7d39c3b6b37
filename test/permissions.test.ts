import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declaredOperations, permissionFaults } from '../scripts/declared-permissions.ts';
import { listRoutes } from '../scripts/routes.ts';

const routes = listRoutes('src/routes');
const declared = declaredOperations(readFileSync('src/permissions.ts', 'utf8'));

test('every page, form action and API operation declares its permission', () => {
	expect(routes.length).toBeGreaterThan(3);
	expect(permissionFaults(routes, declared)).toEqual([]);
});

test('an undeclared action, an undeclared route and an idle permission are each named', () => {
	const planted = [...routes, { id: '/(work)/secret', operations: ['GET', 'effacer'] }];
	expect(permissionFaults(planted, declared)).toEqual([
		'/(work)/secret GET: no permission declared',
		'/(work)/secret effacer: no permission declared',
	]);
	const idle = new Map([...declared, ['/(public)/fantome', new Set(['GET'])]]);
	expect(permissionFaults(routes, idle)).toEqual(['/(public)/fantome GET: nothing behind this permission']);
});
