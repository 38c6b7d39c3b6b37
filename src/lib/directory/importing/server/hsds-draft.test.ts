import { beforeAll, expect, test } from 'vitest';
import { itsTerritory } from '#lib/testing/varied-directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { showDraft } from '../shown-draft.ts';
import { openDraftWith } from './begin-import.ts';
import { findDraft } from './drafts.ts';
import { lookAtDraft } from './look-at-draft.ts';
import { runImportDraft, startDraft } from './run-draft.ts';
import { saveDraftMapping } from './save-draft-mapping.ts';

let w: World;
let steward: Awaited<ReturnType<World['person']>>;

beforeAll(async () => {
	w = await world();
	await w.owner.query(itsTerritory);
	steward = await w.person('Odile', 'coordinator');
});

const id = (rank: number) => `3a19ff88-4620-4d17-9830-${String(rank).padStart(12, '0')}`;
const service = (rank: number, more: object = {}) => ({
	id: id(rank),
	name: `Atelier ${rank}`,
	description: 'Un atelier.',
	status: 'active',
	organization: { id: id(100), name: 'Maison', description: '' },
	...more,
});
const file = (value: object) => [{ name: 'services.json', bytes: Buffer.from(JSON.stringify(value)) }];

test('a file of HSDS is known in the browser: a look, a click, and it is in the directory', async () => {
	const page = {
		total_items: 3,
		contents: [service(1), service(2, { phones: [{}] }), service(3, { email: 'non' })],
	};
	const draftId = await openDraftWith(steward.act, file(page), '');
	const draft = await steward.act((act) => findDraft(act, draftId));
	const shown = showDraft(draft, await lookAtDraft(steward.act, draft, noon));
	expect(shown).toMatchObject({ isHsds: true, form: { faults: [] } });
	expect(shown.form?.lead).toContain('3 fiches ont été lues');
	expect(shown.form?.preview?.rows.map(({ name, enters }) => [name, enters])).toEqual([
		['Maison', true],
		['Maison', true],
		['', false],
	]);
	expect(shown.form?.preview?.problems.map(({ target }) => target)).toEqual([
		'email',
		'phones.id',
		'phones.number',
	]);
	await steward.act(async (act) => {
		await saveDraftMapping(act, draftId, new FormData());
		await startDraft(act, draftId);
	});
	await runImportDraft({ draftId }, { db: w.db, actor: steward.actor, now: () => noon });
	const done = await steward.act((act) => findDraft(act, draftId));
	expect(done).toMatchObject({ state: 'done', report: { rows: 3, added: 2, rejectedLines: 1 } });
	const { rows } = await w.owner.query('select name from service order by name');
	expect(rows.map(({ name }) => name)).toEqual(['Atelier 1', 'Atelier 2']);
});
