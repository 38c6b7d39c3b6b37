import { expect, test } from 'vitest';
import { followed, share } from '#lib/testing/pathways.ts';
import { samplePng } from '#lib/testing/sample-files.ts';
import { world } from '#lib/testing/world.ts';
import { NewAttachment } from '../attachment.ts';
import { cleanFile } from '../clean-file.ts';
import { attachFile } from './attach-file.ts';
import { findAttachment, listAttachments } from './attachments.ts';

const here = await world();
const { organisation, person } = here;
const typed = (more: Record<string, string> = {}) =>
	NewAttachment.parse({ once: crypto.randomUUID(), name: 'Quittance', shared: 'yes', ...more });
const picture = await cleanFile(samplePng());
if (!picture.ok) throw new Error(picture.problem);

const partner = async (label: string) => {
	const { id } = await organisation(label);
	return { id, ...(await person(label, 'worker', id)) };
};

test('a file is opened by whom it is for, and by nobody else', async () => {
	const lila = await followed(here, 'Lila');
	const colleague = await person('Léo Martin', 'worker', lila.organisation.id);
	const [identity, steps, health, stranger] = [
		await partner('Accueil'),
		await partner('PLIE'),
		await partner('Centre de santé'),
		await partner('CCAS'),
	];
	await share(lila, identity.id, 1);
	await share(lila, steps.id, 3);
	await share(lila, health.id, 5, ['health']);
	const files = [typed(), typed({ shared: 'no' }), typed({ subject: 'health', name: 'Ordonnance' })];
	for (const file of files) await lila.worker.act((act) => attachFile(act, lila.pathwayId, file, picture));

	const opened = async ({ act }: Pick<typeof stranger, 'act'>) =>
		Promise.all(
			files.map(({ once }) =>
				act((one) => findAttachment(one, lila.pathwayId, once)).then(
					({ bytes }) => bytes.length === picture.bytes.length,
					({ status }) => status,
				),
			),
		);
	expect(await opened(lila.worker)).toEqual([true, true, true]);
	expect(await opened(colleague)).toEqual([true, true, true]);
	expect(await opened(steps)).toEqual([true, 404, 404]);
	expect(await opened(health)).toEqual([404, 404, true]);
	expect(await opened(identity)).toEqual([404, 404, 404]);
	expect(await opened(stranger)).toEqual([404, 404, 404]);
	expect(await steps.act((act) => listAttachments(act, lila.pathwayId))).toMatchObject([
		{ name: 'Quittance' },
	]);
	await expect(
		stranger.act((act) => attachFile(act, lila.pathwayId, typed(), picture)),
	).rejects.toMatchObject({ status: 404 });
	await expect(
		identity.act((act) => attachFile(act, lila.pathwayId, typed(), picture)),
	).rejects.toMatchObject({ status: 404 });
});

test('a file of one pathway is not found under another', async () => {
	const [nour, milo] = [await followed(here, 'Nour'), await followed(here, 'Milo')];
	const file = typed();
	await nour.worker.act((act) => attachFile(act, nour.pathwayId, file, picture));
	await expect(
		nour.worker.act((act) => findAttachment(act, milo.pathwayId, file.once)),
	).rejects.toMatchObject({ status: 404 });
});

test('the same form sent twice at once joins one file', async () => {
	const sam = await followed(here, 'Sam');
	const file = typed();
	await Promise.all([1, 2].map(() => sam.worker.act((act) => attachFile(act, sam.pathwayId, file, picture))));
	expect(await sam.worker.act((act) => listAttachments(act, sam.pathwayId))).toHaveLength(1);
});
