import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { editEntry } from '#lib/directory/editing/server/edit-entry.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import { importDirectory } from '#lib/directory/server/import-directory.ts';
import { findOrganisation } from '#lib/directory/server/organisations.ts';
import { listSearchEntries } from '#lib/directory/server/services.ts';
import type { Service } from '#lib/directory/service.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { Merge } from '../merge.ts';
import { findPair } from './decisions.ts';
import { keepApart, proposeAgain } from './keep-apart.ts';
import { mergePair } from './merge-entries.ts';
import { mergedInto } from './merged-into.ts';
import { proposeDuplicates } from './propose-duplicates.ts';
import { servicePairsBetween } from './service-pairs.ts';
import { undoMerge } from './undo-merge.ts';

const { operator, door, person, stranger } = await world();
await operator(loadReference);
const amina = await person('Amina Test', 'coordinator');
const jean = await person('Jean Test', 'administrator');

const bring = (source: string, ...entries: (Organisation | Service)[]) =>
	importDirectory(operator, source, linesOf(...entries), { fileNames: ['essai.json'] });
const propose = async () => {
	for (const kind of ['organisation', 'service'] as const)
		await door((act) => proposeDuplicates(act, kind, null));
};
const refusal = async (work: Promise<unknown>) => {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof Refusal)) throw new Error(`no refusal: ${String(error)}`);
	return { status: error.status, reason: error.reason, ...error.values };
};

/** Two sources tell one house, each with its services; ids by their place. */
async function twoHouses(name: string, told: Partial<Organisation> = {}) {
	const [a, b] = [`${name}-a`, `${name}-b`];
	const other = { source: `soliguide-${name}`, sourceId: `soliguide--${b}` };
	const offered = { source: other.source, organisationSourceId: other.sourceId };
	const first = [
		anOrganisation(a, { source: name, name: `Maison ${name}`, phone: '0321000001', ...told }),
		aService(`${a}1`, a, { source: name, name: `Permis de conduire ${name}` }),
	];
	const second = [
		anOrganisation(b, {
			...other,
			name: `Maison ${name}`,
			phone: '0321000001',
			email: `contact@${name}.example.org`,
			description: 'Une maison ouverte à tous.',
			languages: ['en'],
			updatedOn: '2026-11-01',
		}),
		aService(`${b}1`, b, { ...offered, sourceId: `soliguide--${b}1`, name: `Permis de conduire ${name}` }),
		aService(`${b}2`, b, { ...offered, sourceId: `soliguide--${b}2`, name: `Épicerie ${name}` }),
	];
	await bring(name, ...first);
	await bring(other.source, ...second);
	await propose();
	const ids = await amina.act(async ({ tx }) => {
		const one = async (source: string) =>
			(
				await tx
					.selectFrom('organisation')
					.select('id')
					.where('source', '=', source)
					.executeTakeFirstOrThrow()
			).id;
		return { kept: await one(name), merged: await one(other.source) };
	});
	const pair = await amina.act(({ tx }) =>
		tx
			.selectFrom('duplicatePair')
			.selectAll()
			.where(({ eb, or }) => or([eb('firstId', '=', ids.kept), eb('secondId', '=', ids.kept)]))
			.where('kind', '=', 'organisation')
			.executeTakeFirstOrThrow(),
	);
	const keep = pair.firstId === ids.kept ? 'first' : 'second';
	const take = keep === 'first' ? 'second' : 'first';
	return {
		...ids,
		pair: pair.id,
		keep,
		take,
		again: () => bring(name, ...first),
		otherAgain: () => bring(other.source, ...second),
	} as const;
}

/** All that a merge may touch, as it is now. */
const everything = async ({ tx }: Act) =>
	(
		await sql<{ row: unknown }>`
		select to_jsonb(o) as row from organisation o union all select to_jsonb(s) from service s
		union all select to_jsonb(h) from held_field h order by 1`.execute(tx)
	).rows;

test('one entry of two: chosen fields, services of both, and the other’s page leads there', async () => {
	const { kept, merged, pair, keep, take } = await twoHouses('union');
	await amina.act((act) =>
		mergePair(act, pair, Merge.parse({ keep, choices: { email: take, description: keep } })),
	);
	const organisation = await stranger((act) => findOrganisation(act, kept));
	expect(organisation).toMatchObject({
		email: 'contact@union.example.org',
		description: null,
		languages: ['en'],
	});
	expect(organisation.services.map(({ name }) => name)).toEqual([
		'Épicerie union',
		'Permis de conduire union',
		'Permis de conduire union',
	]);
	expect(await stranger((act) => mergedInto(act, 'organisation', merged))).toBe(kept);
	expect(await stranger((act) => mergedInto(act, 'organisation', kept))).toBeNull();
});

test('remembered at the next imports, from both sources', async () => {
	const { kept, merged, pair, keep, take, again, otherAgain } = await twoHouses('retour');
	await amina.act((act) => mergePair(act, pair, Merge.parse({ keep, choices: { email: take } })));
	await again();
	await otherAgain();
	await propose();
	expect(await stranger((act) => findOrganisation(act, kept))).toMatchObject({
		email: 'contact@retour.example.org',
	});
	expect(await stranger((act) => mergedInto(act, 'organisation', merged))).toBe(kept);
	expect(await amina.act((act) => findPair(act, pair))).toMatchObject({ state: 'merged' });
});

test('undone exactly, with the services merged in the same gesture and what was decided before', async () => {
	const { kept, merged, pair, keep, take } = await twoHouses('retrait');
	await jean.act((act) =>
		editEntry(act, {
			kind: 'organisation',
			id: kept,
			organisationId: kept,
			changed: { email: 'avant@exemple.test' },
		}),
	);
	const services = await amina.act((act) => servicePairsBetween(act, kept, merged));
	expect(services.map(({ firstName }) => firstName)).toEqual(['Permis de conduire retrait']);
	const before = await operator(everything);
	await amina.act((act) =>
		mergePair(
			act,
			pair,
			Merge.parse({
				keep,
				choices: { email: take, languages: 'both' },
				services: services.map(({ id }) => id),
			}),
		),
	);
	expect((await stranger((act) => findOrganisation(act, kept))).services).toHaveLength(2);
	const found = (await stranger(listSearchEntries)).filter(({ name }) => name.endsWith('retrait'));
	expect(found.map(({ organisationId }) => organisationId)).toEqual([kept, kept]);
	expect(await operator(everything)).not.toEqual(before);
	await amina.act((act) => undoMerge(act, pair));
	expect(await operator(everything)).toEqual(before);
	expect(await amina.act((act) => findPair(act, pair))).toMatchObject({ state: 'proposed' });
	expect(await refusal(jean.act((act) => undoMerge(act, pair)))).toMatchObject({
		reason: 'duplicates.already-undone',
		name: 'Amina Test',
	});
});

test('an undoing gives back what the source has told meanwhile', async () => {
	const { kept, pair, keep, take } = await twoHouses('suite');
	await amina.act((act) => mergePair(act, pair, Merge.parse({ keep, choices: { email: take } })));
	await bring(
		'suite',
		anOrganisation('suite-a', { source: 'suite', name: 'Maison suite', email: 'neuf@exemple.test' }),
	);
	expect((await stranger((act) => findOrganisation(act, kept))).email).toBe('contact@suite.example.org');
	await amina.act((act) => undoMerge(act, pair));
	expect((await stranger((act) => findOrganisation(act, kept))).email).toBe('neuf@exemple.test');
});

test('not undone over what somebody has decided since', async () => {
	const { kept, pair, keep, take } = await twoHouses('apres');
	await amina.act((act) => mergePair(act, pair, Merge.parse({ keep, choices: { email: take } })));
	const changed = { email: 'depuis@exemple.test' };
	await jean.act((act) => editEntry(act, { kind: 'organisation', id: kept, organisationId: kept, changed }));
	expect(await refusal(amina.act((act) => undoMerge(act, pair)))).toMatchObject({
		status: 409,
		reason: 'duplicates.decided-anew',
		name: 'Jean Test',
		field: 'Adresse électronique',
	});
	expect((await stranger((act) => findOrganisation(act, kept))).email).toBe('depuis@exemple.test');
});

test('two stewards at once: the second learns who did what', async () => {
	const { kept, pair, keep } = await twoHouses('ensemble');
	const merge = (who: typeof amina) => who.act((act) => mergePair(act, pair, Merge.parse({ keep })));
	const outcomes = await Promise.allSettled([
		merge(amina),
		merge(jean),
		jean.act((act) => keepApart(act, pair)),
	]);
	const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []));
	expect(refused).toHaveLength(2);
	for (const { status, values } of refused) {
		expect(status).toBe(409);
		expect(values.name).toMatch(/^(?:Amina|Jean) Test$/);
	}
	const { state } = await amina.act((act) => findPair(act, pair));
	const { services } = await stranger((act) => findOrganisation(act, kept));
	expect(services).toHaveLength(state === 'merged' ? 3 : 1);
});

test('kept apart: no longer proposed, until somebody takes it back', async () => {
	const { pair, otherAgain, keep } = await twoHouses('separe');
	await amina.act((act) => keepApart(act, pair));
	await otherAgain();
	await propose();
	expect(await amina.act((act) => findPair(act, pair))).toMatchObject({ state: 'apart' });
	expect(await refusal(jean.act((act) => mergePair(act, pair, Merge.parse({ keep }))))).toMatchObject({
		reason: 'duplicates.already-apart',
		name: 'Amina Test',
	});
	await jean.act((act) => proposeAgain(act, pair));
	expect(await amina.act((act) => findPair(act, pair))).toMatchObject({ state: 'proposed' });
});

test('what was compared is what is merged', async () => {
	const { kept, pair, keep } = await twoHouses('lecture');
	const changed = { email: 'tardif@exemple.test' };
	await jean.act((act) => editEntry(act, { kind: 'organisation', id: kept, organisationId: kept, changed }));
	expect(
		await refusal(amina.act((act) => mergePair(act, pair, Merge.parse({ keep, seen: 0 })))),
	).toMatchObject({ reason: 'duplicates.changed-meanwhile' });
});

test('an entry never becomes public by being merged', async () => {
	const { pair, keep } = await twoHouses('abri', { contactPrivate: true });
	expect(await refusal(amina.act((act) => mergePair(act, pair, Merge.parse({ keep }))))).toMatchObject({
		reason: 'duplicates.not-as-private',
	});
});

test('merges stand on each other, and come apart in their order', async () => {
	const { kept, merged, pair, keep, take } = await twoHouses('chaine');
	const third = { source: 'dora-chaine', sourceId: 'dora--c', name: 'Maison chaine', phone: '0321000001' };
	await bring('dora-chaine', anOrganisation('c', { ...third, email: 'tiers@exemple.test' }));
	await propose();
	await amina.act((act) => mergePair(act, pair, Merge.parse({ keep, choices: { email: take } })));
	const later = await amina.act(({ tx }) =>
		tx
			.selectFrom('duplicatePair')
			.selectAll()
			.where('state', '=', 'proposed')
			.where(({ eb, or }) => or([eb('firstId', '=', merged), eb('secondId', '=', merged)]))
			.where('kind', '=', 'organisation')
			.executeTakeFirstOrThrow(),
	);
	const tiers = later.firstId === merged ? later.secondId : later.firstId;
	const keepTiers = later.firstId === tiers ? 'first' : 'second';
	await jean.act((act) => mergePair(act, later.id, Merge.parse({ keep: keepTiers })));
	for (const id of [kept, merged])
		expect(await stranger((act) => mergedInto(act, 'organisation', id))).toBe(tiers);
	expect(await refusal(amina.act((act) => undoMerge(act, pair)))).toMatchObject({
		reason: 'duplicates.undo-later-first',
		name: 'Jean Test',
	});
	await amina.act((act) => undoMerge(act, later.id));
	expect(await stranger((act) => mergedInto(act, 'organisation', kept))).toBeNull();
	expect(await stranger((act) => mergedInto(act, 'organisation', merged))).toBe(kept);
	await amina.act((act) => undoMerge(act, pair));
	expect(await stranger((act) => mergedInto(act, 'organisation', merged))).toBeNull();
});

test('who does not keep the directory decides nothing, not even about her own', async () => {
	const { pair, keep, kept } = await twoHouses('dehors');
	const own = await person('Salariée', 'provider', kept);
	for (const act of [stranger, own.act])
		expect(await refusal(act((here) => mergePair(here, pair, Merge.parse({ keep }))))).toMatchObject({
			status: 403,
		});
	expect(await own.act((act) => findPair(act, pair))).toMatchObject({ state: 'proposed' });
});
