import { expect, test } from 'vitest';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { findService } from '../../server/services.ts';
import { differencesFrom } from '../model.ts';
import { findHosts } from './hosts.ts';
import { joinModel, leaveModel } from './join-model.ts';
import { makeModel } from './make-model.ts';
import { findModel, listModels, modelOf } from './models.ts';
import { openBranch } from './open-branch.ts';
import { removeModel } from './remove-model.ts';
import { adoptForModel, followModel } from './settle-difference.ts';

const { operator, stranger, person } = await world();
const entries = (description = 'Un atelier pour apprendre à chercher un emploi.') =>
	linesOf(
		anOrganisation('a'),
		anOrganisation('b'),
		aService('lens', 'a', { name: 'Atelier CV', description }),
		aService('arras', 'b', { name: 'Atelier CV', description, fee: 'paid' }),
	);
const importing = (description?: string) =>
	importDirectory(operator, 'dora', entries(description), { fileNames: ['essai.json'] });
await importing();
const ids = await stranger(({ tx }) =>
	tx.selectFrom('service').select(['id', 'sourceId', 'organisationId']).execute(),
);
const lens = ids.find(({ sourceId }) => sourceId === 'dora--lens')!;
const arras = ids.find(({ sourceId }) => sourceId === 'dora--arras')!;
const own = await person('Inès', 'provider', lens.organisationId);
const other = await person('Paul', 'provider', arras.organisationId);
const steward = await person('Odile', 'coordinator');

const model = await own.act((act) => makeModel(act, lens.id));
const differences = async (branch: string) => {
	const found = await steward.act((act) => findModel(act, model));
	return differencesFrom(found.values, found.branches.find(({ id }) => id === branch)!.values);
};

test('a model is made of a service once, by those who keep it', async () => {
	await expect(own.act((act) => makeModel(act, lens.id))).rejects.toMatchObject({ status: 409 });
	await expect(own.act((act) => makeModel(act, arras.id))).rejects.toMatchObject({ status: 403 });
	await expect(stranger((act) => makeModel(act, lens.id))).rejects.toMatchObject({ status: 403 });
	expect(await own.act(listModels)).toMatchObject([{ id: model, name: 'Atelier CV', branches: 1 }]);
	expect(await other.act(listModels)).toEqual([]);
	expect(await differences(lens.id)).toEqual([]);
});

test('a branch joins as it is, and its differences are told', async () => {
	await steward.act((act) => joinModel(act, arras.id, model));
	expect(await differences(arras.id)).toEqual([{ field: 'fee', model: 'free', branch: 'paid' }]);
	expect(await other.act(listModels)).toMatchObject([{ id: model, branches: 2 }]);
});

test('its people settle a difference; the next imports keep it; settled twice is said', async () => {
	const settling = { branch: arras.id, field: 'fee' } as const;
	await expect(own.act((act) => followModel(act, model, settling))).rejects.toMatchObject({ status: 403 });
	await other.act((act) => followModel(act, model, settling));
	await importing('Un atelier, dit autrement par la source.');
	expect(await stranger((act) => findService(act, arras.id))).toMatchObject({ fee: 'free' });
	await expect(other.act((act) => followModel(act, model, settling))).rejects.toMatchObject({
		status: 409,
		reason: 'models.settled',
	});
});

test('the model takes what a branch says, and those who followed it follow', async () => {
	await importing('Écrire son CV et le faire relire.');
	const settling = { branch: lens.id, field: 'description' } as const;
	await expect(other.act((act) => adoptForModel(act, model, settling))).rejects.toMatchObject({
		status: 403,
	});
	const id = await steward.act((act) => openBranch(act, model, { organisation: arras.organisationId }));
	expect(await differences(id)).toEqual([]);
	expect(await steward.act((act) => adoptForModel(act, model, settling))).toBe(1);
	expect(await stranger((act) => findService(act, id))).toMatchObject({
		description: 'Écrire son CV et le faire relire.',
		name: 'Atelier CV',
	});
	expect(await differences(lens.id)).toEqual([]);
});

test('an own organisation may host a branch, another may not be given one', async () => {
	expect((await other.act((act) => findHosts(act, 'maison'))).map(({ id }) => id)).toEqual([
		arras.organisationId,
	]);
	expect(await steward.act((act) => findHosts(act, 'maison lens'))).toHaveLength(2);
	await expect(
		other.act((act) => openBranch(act, model, { organisation: lens.organisationId })),
	).rejects.toMatchObject({ status: 403 });
});

test('a branch goes its own way; a model removed leaves what was said', async () => {
	await other.act((act) => leaveModel(act, arras.id));
	expect((await steward.act((act) => modelOf(act, arras.id))).modelId).toBeNull();
	await expect(other.act((act) => leaveModel(act, arras.id))).rejects.toMatchObject({ status: 404 });
	await own.act((act) => removeModel(act, model));
	expect(await steward.act(listModels)).toEqual([]);
	await expect(steward.act((act) => findModel(act, model))).rejects.toMatchObject({ status: 404 });
	await expect(steward.act((act) => findModel(act, 'rien'))).rejects.toMatchObject({ status: 404 });
	expect((await steward.act((act) => modelOf(act, lens.id))).modelId).toBeNull();
	expect(await stranger((act) => findService(act, lens.id))).toMatchObject({ name: 'Atelier CV' });
});
