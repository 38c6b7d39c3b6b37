import { expect, test } from 'vitest';
import { draftOf, saveDraft } from '#lib/pathway/server/drafts.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { newNote } from '../note.ts';
import { countNotes, listNotes, noteDraft } from './notes.ts';
import { writeNote } from './write-note.ts';

const here = await world();
const { organisation, person } = here;
const typed = newNote('2026-11-23');

const noteOf = (words: string, more: Record<string, string> = {}) =>
	typed.parse({ once: crypto.randomUUID(), words, shared: 'yes', ...more });

/** Workers of organisations that read the pathway at each level, a colleague of its lead, and a stranger. */
async function readers(name: string) {
	const lila = await followed(here, name);
	const reader = async (label: string, ...agreement: [] | [1 | 3 | 5, string[]?]) => {
		const { id } = await organisation(`${label} de ${name}`);
		if (agreement[0]) await share(lila, id, agreement[0], agreement[1]);
		return person(label, 'worker', id);
	};
	return {
		...lila,
		colleague: await person('Léo Martin', 'worker', lila.organisation.id),
		identity: await reader('Accueil', 1),
		steps: await reader('PLIE', 3),
		health: await reader('Centre de santé', 5, ['health']),
		justice: await reader('SPIP', 5, ['justice']),
		stranger: await reader('CCAS'),
	};
}

const wordsRead = async ({ act }: { act: Awaited<ReturnType<typeof person>>['act'] }, pathwayId: string) =>
	act(async (one) => (await listNotes(one, pathwayId, 1)).map(({ words }) => words));

test('each organisation reads the notes that are for it, and nothing of the others', async () => {
	const lila = await readers('Lila');
	const write = (note: ReturnType<typeof noteOf>) =>
		lila.worker.act((act) => writeNote(act, lila.pathwayId, note));
	await write(noteOf('Appelée hier', { contactWay: 'phone', contactOn: '2026-11-22' }));
	await write(noteOf('Entre nous', { shared: 'no' }));
	await write(noteOf('Suivi de soins', { subject: 'health' }));
	await write(noteOf('Soins, entre nous', { shared: 'no', subject: 'health' }));

	const all = ['Appelée hier', 'Entre nous', 'Soins, entre nous', 'Suivi de soins'];
	expect((await wordsRead(lila.worker, lila.pathwayId)).sort()).toEqual(all);
	expect((await wordsRead(lila.colleague, lila.pathwayId)).sort()).toEqual(all);
	expect(await wordsRead(lila.steps, lila.pathwayId)).toEqual(['Appelée hier']);
	expect(await wordsRead(lila.health, lila.pathwayId)).toEqual(['Suivi de soins']);
	for (const nobody of [lila.identity, lila.justice, lila.stranger])
		expect(await wordsRead(nobody, lila.pathwayId)).toEqual([]);

	const told = await lila.steps.act(({ tx }) =>
		tx.selectFrom('event').select('name').where('name', 'like', 'note.%').execute(),
	);
	expect(told).toEqual([{ name: 'note.written' }]);
});

test('who reads the steps writes too; its private note stays unknown to the lead', async () => {
	const milo = await readers('Milo');
	await milo.steps.act((act) => writeNote(act, milo.pathwayId, noteOf('Vu à l’atelier')));
	await milo.steps.act((act) =>
		writeNote(act, milo.pathwayId, noteOf('À revoir en équipe', { shared: 'no' })),
	);

	expect(await wordsRead(milo.worker, milo.pathwayId)).toEqual(['Vu à l’atelier']);
	expect(await milo.worker.act((act) => countNotes(act, milo.pathwayId))).toBe(1);
	expect(await wordsRead(milo.steps, milo.pathwayId)).toHaveLength(2);
	const refused = (by: typeof milo.worker) =>
		by.act((act) => writeNote(act, milo.pathwayId, noteOf('Non'))).catch(({ status }) => status);
	expect(await refused(milo.identity)).toBe(404);
	// A sensitive subject alone opens nothing else: not even who she is.
	expect(await refused(milo.health)).toBe(404);
	expect(await refused(milo.stranger)).toBe(404);
	const { rows } = await here.owner.query('select act from refused_act where subject = $1', [milo.pathwayId]);
	expect(rows).toEqual(Array(3).fill({ act: 'note.write' }));
});

test('the same form sent twice at once writes one note and one event', async () => {
	const nour = await followed(here, 'Nour');
	const note = noteOf('Elle a trouvé une place en crèche');
	await Promise.all([1, 2].map(() => nour.worker.act((act) => writeNote(act, nour.pathwayId, note))));
	expect(await nour.worker.act((act) => countNotes(act, nour.pathwayId))).toBe(1);
	const events = await nour.worker.act(({ tx }) =>
		tx.selectFrom('event').select('name').where('subject', '=', nour.pathwayId).execute(),
	);
	expect(events.filter(({ name }) => name === 'note.written')).toHaveLength(1);
});

test('what was being typed is forgotten once it is sent', async () => {
	const ines = await followed(here, 'Inès');
	const typing = new FormData();
	typing.set('words', 'Elle a trouvé');
	await ines.worker.act((act) => saveDraft(act, noteDraft(ines.pathwayId), typing));
	const kept = () => ines.worker.act((act) => draftOf(act, noteDraft(ines.pathwayId)));
	expect((await kept())?.fields.words).toBe('Elle a trouvé');
	await ines.worker.act((act) => writeNote(act, ines.pathwayId, noteOf('Elle a trouvé une place')));
	expect(await kept()).toBeUndefined();
});

test('a note comes newest first, twenty a page', async () => {
	const sam = await followed(here, 'Sam');
	for (const rank of Array(21).keys())
		await sam.worker.act((act) =>
			writeNote(
				{ ...act, at: new Date(act.at.getTime() + rank * 1000) },
				sam.pathwayId,
				noteOf(`n° ${rank}`),
			),
		);
	const pages = await sam.worker.act(async (act) => [
		await listNotes(act, sam.pathwayId, 1),
		await listNotes(act, sam.pathwayId, 2),
	]);
	expect(pages.map((page) => page.length)).toEqual([20, 1]);
	expect(pages[0]?.[0]?.words).toBe('n° 20');
});

test.each([
	[{ words: ' ' }, 'words', 'notes.words-missing'],
	[{ words: 'x'.repeat(20_001) }, 'words', 'notes.words-long'],
	[{ words: 'Son n° : 1 85 05 78 006 084 36' }, 'words', 'notes.nir'],
	[{ shared: '' }, 'shared', 'notes.shared-missing'],
	[{ subject: 'religion' }, 'subject', 'notes.subject-unknown'],
	[{ contactWay: 'sms' }, 'contactWay', 'notes.way-unknown'],
	[{ contactWay: 'phone', contactOn: '2026-11-24' }, 'contactOn', 'notes.day-future'],
	[{ contactWay: 'phone', contactOn: '2026-02-30' }, 'contactOn', 'notes.day-unclear'],
])('a note that is not understood says which field and why: %o', (faulty, field, key) => {
	const note = { once: crypto.randomUUID(), words: 'Bonjour', shared: 'yes', ...faulty };
	expect(typed.safeParse(note).error?.issues).toMatchObject([{ path: [field], message: key }]);
});

test('a real contact is today unless told; without a way, a day means nothing', () => {
	expect(noteOf('Vue', { contactWay: 'visit' })).toMatchObject({ contactOn: '2026-11-23' });
	expect(noteOf('Interne', { contactWay: '', contactOn: '2026-11-20' })).toMatchObject({ contactOn: null });
});
