import { expect, test, vi } from 'vitest';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { world } from '../lib/testing/world.ts';
import { command } from './search.ts';

const { url } = await world();
vi.stubEnv('DATABASE_URL', url);
vi.stubEnv('PASSERELLES_SECRET', 'the secret of an installation for tests');

/** What a search near a place says to people, and its result for programs. */
async function searchNear(near: string) {
	const { lines, results, out } = recordedOut();
	expect(await command.run({ words: ['logement'], options: { near }, out })).toBe(0);
	return { lines, result: results[0] as { near: unknown; homonyms: { code: string }[] } };
}

test('a name that several communes bear is told, with how to choose another', async () => {
	const { lines, result } = await searchNear('Saint-Denis');
	expect(lines[0]).toBe('Plusieurs communes correspondent à « Saint-Denis » :');
	expect(lines).toContain('  93066  Saint-Denis (Seine-Saint-Denis)');
	expect(lines).toContain('  97411  Saint-Denis (La Réunion)');
	expect(lines).toContain('La recherche part de la première : Saint-Denis (La Réunion).');
	expect(lines.join('\n')).toContain('--near 93066, --near "Saint-Denis 93"');
	expect(result.near).toEqual({ name: 'Saint-Denis', code: '97411' });
	expect(result.homonyms.map(({ code }) => code)).toContain('93066');
});

test.each(['Saint-Denis 93', '93066'])('« %s » is one commune: nothing more is said', async (near) => {
	const { lines, result } = await searchNear(near);
	expect(lines).toEqual(['Aucun résultat.']);
	expect(result).toMatchObject({ near: { code: '93066' }, homonyms: [] });
});
