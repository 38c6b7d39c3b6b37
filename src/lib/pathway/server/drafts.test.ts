import { expect, test } from 'vitest';
import { actAs } from '#lib/server/act.ts';
import { noon, world } from '#lib/testing/world.ts';
import { draftOf, dropDraft, saveDraft } from './drafts.ts';

const here = await world();
const typed = (words: string) => {
	const data = new FormData();
	data.set('words', words);
	return data;
};

test('what is being typed is given back to its author, and to nobody else', async () => {
	const mission = await here.organisation('Mission locale');
	const awa = await here.person('Awa Diallo', 'worker', mission.id);
	const leo = await here.person('Léo Martin', 'worker', mission.id);
	await awa.act((act) => saveDraft(act, 'nouvelle', typed('Je')));
	await awa.act((act) => saveDraft(act, 'nouvelle', typed('Je veux')));
	await leo.act((act) => saveDraft(act, 'nouvelle', typed('Autre')));

	expect(await awa.act((act) => draftOf(act, 'nouvelle'))).toEqual({
		fields: { words: 'Je veux' },
		savedAt: noon,
	});
	await awa.act((act) => dropDraft(act, 'nouvelle'));
	expect(await awa.act((act) => draftOf(act, 'nouvelle'))).toBeUndefined();
	expect(await leo.act((act) => draftOf(act, 'nouvelle'))).toMatchObject({ fields: { words: 'Autre' } });
	expect(await here.stranger((act) => draftOf(act, 'nouvelle'))).toBeUndefined();
	await expect(here.stranger((act) => saveDraft(act, 'nouvelle', typed('x')))).rejects.toMatchObject({
		status: 400,
	});
});

test('a draft that nobody sent is forgotten after thirty days', async () => {
	const awa = await here.person('Awa Diallo', 'worker', (await here.organisation('CCAS')).id);
	await awa.act((act) => saveDraft(act, 'nouvelle', typed('Je veux')));
	const later = actAs(here.db, awa.actor, () => new Date(noon.getTime() + 31 * 86_400_000));
	await later((act) => saveDraft(act, 'autre', typed('x')));
	expect(await later((act) => draftOf(act, 'nouvelle'))).toBeUndefined();
	expect(await later((act) => draftOf(act, 'autre'))).toBeDefined();
});
