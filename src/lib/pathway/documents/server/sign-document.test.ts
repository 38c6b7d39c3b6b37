import { expect, test } from 'vitest';
import { followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { NewDocument, NewSignature } from '../document.ts';
import { findDocument, listDocuments, listSignatures } from './documents.ts';
import { makeDocument } from './make-document.ts';
import { signDocument } from './sign-document.ts';
import { withdrawDocument } from './withdraw-document.ts';

const here = await world();
const { organisation, person } = here;

const paper = NewDocument.parse({
	once: crypto.randomUUID(),
	kind: 'commitment',
	title: 'Nos engagements',
	words: 'Je viens le mardi.',
});
const byPerson = NewSignature.parse({ signer: 'person', name: 'Lila', proof: 'signed' });
const aloud = NewSignature.parse({ signer: 'helper', name: 'Sami', proof: 'oral', witness: 'Awa Diallo' });

async function drawn(name: string) {
	const lila = await followed(here, name);
	const id = await lila.worker.act((act) =>
		makeDocument(act, lila.pathwayId, { ...paper, once: crypto.randomUUID() }),
	);
	return { ...lila, id };
}

test('a document is signed once by each, in any way, and never changes', async () => {
	const { worker, pathwayId, id } = await drawn('Lila');
	await worker.act((act) => signDocument(act, pathwayId, id, byPerson));
	await worker.act((act) => signDocument(act, pathwayId, id, aloud));
	await expect(worker.act((act) => signDocument(act, pathwayId, id, byPerson))).rejects.toMatchObject({
		status: 409,
		reason: 'notes.signed-already',
	});
	expect(await worker.act((act) => listSignatures(act, id))).toMatchObject([
		{ signer: 'helper', proof: 'oral', witness: 'Awa Diallo' },
		{ signer: 'person', proof: 'signed', witness: null },
	]);
	const rewrite = worker.act(({ tx }) =>
		tx.updateTable('document').set({ words: 'Autre chose' }).where('id', '=', id).execute(),
	);
	await expect(rewrite).rejects.toThrow(/permission denied/);
	const forge = worker.act(({ tx }) => tx.updateTable('signature').set({ name: 'Autre' }).execute());
	await expect(forge).rejects.toThrow(/permission denied/);
});

test('two clicks at once sign once; the other is told', async () => {
	const { worker, pathwayId, id } = await drawn('Milo');
	const both = await Promise.allSettled(
		[1, 2].map(() => worker.act((act) => signDocument(act, pathwayId, id, byPerson))),
	);
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(await worker.act((act) => listSignatures(act, id))).toHaveLength(1);
});

test('a withdrawn document stays readable and is no longer signed', async () => {
	const { worker, pathwayId, id } = await drawn('Nour');
	await worker.act((act) => signDocument(act, pathwayId, id, byPerson));
	await worker.act((act) => withdrawDocument(act, pathwayId, id));
	await worker.act((act) => withdrawDocument(act, pathwayId, id));
	expect(await worker.act((act) => findDocument(act, pathwayId, id))).toMatchObject({ title: paper.title });
	await expect(worker.act((act) => signDocument(act, pathwayId, id, aloud))).rejects.toMatchObject({
		reason: 'notes.withdrawn-already',
	});
	const withdrawals = await worker.act(({ tx }) =>
		tx.selectFrom('event').select('id').where('name', '=', 'document.withdrawn').execute(),
	);
	expect(withdrawals).toHaveLength(1);
});

test('who reads the steps reads and signs; who wrote it withdraws; a stranger sees nothing', async () => {
	const lila = await drawn('Sam');
	const partner = async (label: string) => {
		const { id } = await organisation(label);
		return { id, ...(await person(label, 'worker', id)) };
	};
	const [identity, steps, stranger] = [
		await partner('Accueil'),
		await partner('PLIE'),
		await partner('CCAS'),
	];
	await share(lila, identity.id, 1);
	await share(lila, steps.id, 3);
	const { pathwayId, id } = lila;
	const colleague = await person('Léo Martin', 'worker', lila.organisation.id);

	for (const [by, count] of [
		[colleague, 1],
		[steps, 1],
		[identity, 0],
		[stranger, 0],
	] as const)
		expect(await by.act((act) => listDocuments(act, pathwayId))).toHaveLength(count);
	await steps.act((act) => signDocument(act, pathwayId, id, { ...aloud, signer: 'worker' }));
	await expect(steps.act((act) => withdrawDocument(act, pathwayId, id))).rejects.toMatchObject({
		status: 404,
	});
	await expect(identity.act((act) => signDocument(act, pathwayId, id, aloud))).rejects.toMatchObject({
		status: 404,
	});
	await expect(stranger.act((act) => signDocument(act, pathwayId, id, aloud))).rejects.toMatchObject({
		status: 404,
	});
	await expect(stranger.act((act) => makeDocument(act, pathwayId, paper))).rejects.toMatchObject({
		status: 404,
	});
});

test('an agreement said aloud has a witness', () => {
	const alone = NewSignature.safeParse({ signer: 'person', name: 'Lila', proof: 'oral' });
	expect(alone.error?.issues).toMatchObject([{ path: ['witness'], message: 'notes.witness-missing' }]);
});
