import { expect, test } from 'vitest';
import { showEndpoints } from './shown-endpoints.ts';

test('what says nothing of itself is not shown; the others are told under their kind', () => {
	const paths = {
		'/a': { get: { tags: ['Listes'], summary: 'Lire' }, post: { tags: ['Listes'] } },
		'/b': { parameters: [], delete: { tags: ['Listes'], summary: 'Retirer' } },
		'/c': { get: { summary: 'Décrire' } },
	};
	expect(showEndpoints({ paths })).toEqual([
		{
			name: 'Listes',
			endpoints: [
				{ method: 'GET', path: '/a', summary: 'Lire' },
				{ method: 'DELETE', path: '/b', summary: 'Retirer' },
			],
		},
		{ name: '', endpoints: [{ method: 'GET', path: '/c', summary: 'Décrire' }] },
	]);
});
