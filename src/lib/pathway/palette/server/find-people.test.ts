import { expect, test } from 'vitest';
import { alsoFollowed, followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { findPeople } from './find-people.ts';

const here = await world();

test('one’s people, by the beginning of a first name; those of others under no name', async () => {
	const elodie = await followed(here, 'Élodie');
	await alsoFollowed(elodie.worker, 'Lila');
	const noa = await followed(here, 'Noa');
	const namesFor = async (typed: string, { act } = elodie.worker) =>
		(await act((each) => findPeople(each, typed))).people.map(({ label }) => label);

	expect(await namesFor('elo')).toEqual(['Élodie']);
	expect(await namesFor(' LI')).toEqual(['Lila']);
	expect(await namesFor('odie')).toEqual([]);
	expect(await namesFor('Noa')).toEqual([]);
	expect(await namesFor('Noa', noa.worker)).toEqual(['Noa']);
	for (const nothing of ['', '  ', '%', '_']) expect(await namesFor(nothing)).toEqual([]);

	// She shares who she is: her name is found there, and only there.
	await share(noa, elodie.organisation.id, 1);
	expect(await elodie.worker.act((act) => findPeople(act, 'noa'))).toEqual({
		people: [
			{ href: `/parcours/${noa.pathwayId}`, label: 'Noa', detail: expect.stringMatching(/^Suivie par ./) },
		],
		more: false,
	});
	expect(await here.stranger((act) => findPeople(act, 'noa'))).toEqual({ people: [], more: false });
});

test('eight are offered, and one learns that there are others', async () => {
	const first = await followed(here, 'Zoé 0');
	for (let each = 1; each < 9; each += 1) await alsoFollowed(first.worker, `Zoé ${each}`);
	const { people, more } = await first.worker.act((act) => findPeople(act, 'zoe'));
	expect(people).toHaveLength(8);
	expect(more).toBe(true);
});
