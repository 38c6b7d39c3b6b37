import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { listSynonyms, removeSynonym, SynonymToSave, saveSynonym } from './synonyms.ts';

const { stranger, person } = await world();
const steward = await person('Nadège', 'facilitator');
const worker = await person('Awa', 'worker');
const typed = (phrases: string) => SynonymToSave.parse({ synonym: '', phrases });

test('the list comes filled, and a steward changes it', async () => {
	const before = await stranger(listSynonyms);
	expect(before.map(({ phrases }) => phrases)).toContainEqual(['RSA', 'revenu de solidarité active']);
	await steward.act((act) => saveSynonym(act, typed('tiers-lieu, café associatif ; tiers-lieu\nfabrique')));
	const added = (await stranger(listSynonyms)).find(({ phrases }) => phrases[0] === 'tiers-lieu');
	expect(added?.phrases).toEqual(['tiers-lieu', 'café associatif', 'fabrique']);
	await steward.act((act) => saveSynonym(act, { synonym: added!.id, phrases: ['tiers-lieu', 'atelier'] }));
	await steward.act((act) => removeSynonym(act, { synonym: added!.id }));
	await expect(steward.act((act) => removeSynonym(act, { synonym: added!.id }))).rejects.toMatchObject({
		status: 404,
	});
	expect(await stranger(listSynonyms)).toEqual(before);
});

test('nobody else does, and what says nothing is refused', async () => {
	await expect(worker.act((act) => saveSynonym(act, typed('un mot, un autre mot')))).rejects.toThrow();
	for (const phrases of [
		'seul',
		'le, la',
		`${'a'.repeat(81)}, b`,
		Array(31)
			.fill(0)
			.map((_, i) => `m${i}`)
			.join(),
	])
		expect(SynonymToSave.safeParse({ synonym: '', phrases }).success).toBe(false);
});
