import { expect, test } from 'vitest';
import type { Role } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import { noon, world } from '#lib/testing/world.ts';
import { loadThresholds } from '../../server/load-thresholds.ts';
import { numbersAt } from '../../thresholds.ts';
import { ChosenLimits, fileOf, rulesAsFile } from '../chosen-limits.ts';
import { decideFile, decideThresholds } from './decide-thresholds.ts';
import { decisionOnOrganisations, hideOrganisations, showPerOrganisation } from './per-organisation.ts';
import { openRules } from './rules-page.ts';

const { operator, db, person, organisation, stranger } = await world();
await operator(async ({ tx }) => {
	const commune = { kind: 'commune', position: 'unknown' } as const;
	await tx
		.insertInto('commune')
		.values([
			{
				...commune,
				code: '62510',
				currentCode: '62510',
				name: 'Liévin',
				searchName: 'lievin',
				departmentCode: '62',
			},
			{
				...commune,
				code: '02691',
				currentCode: '02691',
				name: 'Vervins',
				searchName: 'vervins',
				departmentCode: '02',
			},
		])
		.execute();
	for (const [code, communeCode] of [
		['246200364', '62510'],
		['200071892', '02691'],
	] as const) {
		await tx.insertInto('territory').values({ kind: 'epci', code, year: 2025, name: code }).execute();
		await tx.insertInto('territoryCommune').values({ kind: 'epci', code, year: 2025, communeCode }).execute();
	}
});

async function steerer(name: string, role: Role, territoryCode: string) {
	const { actor } = await person(name, role);
	const place = { organisationId: null, territoryKind: 'epci', territoryCode };
	const id = await operator(async ({ tx, at }) => {
		const hat = { accountId: actor.accountId ?? '', role, ...place, createdAt: at };
		return (await tx.insertInto('hat').values(hat).returning('id').executeTakeFirstOrThrow()).id;
	});
	return actAs(db, { accountId: actor.accountId, hat: { id, role, ...place } }, () => noon);
}
const thomas = await steerer('Thomas Petit', 'coordinator', '246200364');
const nadege = await steerer('Nadège Sand', 'facilitator', '246200364');
const far = await steerer('Yves Loin', 'coordinator', '200071892');
const worker = await person('Awa Diallo', 'worker', (await organisation('Mission locale')).id);

const chosen = (over: object = {}) => ({
	...{ territory: '62', rule: 'R8', attention: '20', rupture: '45', effectiveOn: '2026-12-01' },
	...{ decision: 'Collège du 20 novembre, point 3', ...over },
});
const decide =
	(over: object = {}) =>
	(act: Parameters<typeof decideThresholds>[0]) =>
		decideThresholds(act, fileOf(ChosenLimits.parse(chosen(over))));
const lineOf = async (act: typeof thomas, rule: string) =>
	(await act((one) => openRules(one, null))).lines.find((line) => line.rule === rule && line.case === '');

test('a decision holds from its day, in its département, and is told with what was before', async () => {
	await thomas(decide());
	expect(await lineOf(thomas, 'R8')).toMatchObject({ by: 'Valeurs de départ' });
	expect((await lineOf(thomas, 'R8'))?.coming.join()).toMatch(
		/20.jours.*45.jours.*1er décembre 2026.*point 3/,
	);
	expect((await lineOf(nadege, 'R8'))?.coming).toHaveLength(1);
	expect((await lineOf(far, 'R8'))?.coming).toEqual([]);
	const thresholds = await worker.act(loadThresholds);
	const at = (day: string, territory = '62') =>
		numbersAt(thresholds, territory, 'R8', '', Date.parse(`${day}T11:00:00Z`)).attention;
	expect([at('2026-11-30'), at('2026-12-01'), at('2026-12-01', '02')]).toEqual([30, 20, 30]);
});

test.each([
	[{ effectiveOn: '2026-11-23' }, 'rupture.file-date-past'],
	[{ attention: '50', rupture: '45' }, 'rupture.file-order'],
	[{ case: 'nulle-part' }, 'rupture.file-case-unknown'],
	[{ territory: '02' }, 'rules.elsewhere'],
	[{ territory: 'all' }, 'rules.elsewhere'],
])('%o is refused with a sentence, and nothing changes', async (over, reason) => {
	const before = await thomas(({ tx }) => tx.selectFrom('ruleDecision').select('id').execute());
	await expect(thomas(decide(over))).rejects.toMatchObject({ reason });
	expect(await thomas(({ tx }) => tx.selectFrom('ruleDecision').select('id').execute())).toEqual(before);
});

test('a number that is none, or no decision, comes back to its field', () => {
	const fields = (over: object) =>
		ChosenLimits.safeParse(chosen(over)).error?.issues.map(
			({ path, message }) => `${path.join('.')} ${message}`,
		);
	expect(fields({ attention: '0' })).toEqual(['attention rules.number-missing']);
	expect(fields({ rupture: '-4' })).toEqual(['rupture rules.number-missing']);
	expect(fields({ rupture: '4,5' })).toEqual(['rupture rules.number-missing']);
	expect(fields({ decision: '  ' })).toEqual(['decision rules.decision-missing']);
	expect(fields({ rule: 'R21' })).toEqual(['rule rules.rule-missing']);
});

test('a facilitator reads, and is told why not; a worker and a stranger decide nothing', async () => {
	await expect(nadege(decide())).rejects.toMatchObject({ reason: 'rules.coordination-decides' });
	for (const act of [worker.act, stranger]) {
		expect(await act((one) => openRules(one, '62'))).toMatchObject({ department: null, lines: [] });
		await expect(act(decide())).rejects.toMatchObject({ reason: 'rules.elsewhere' });
	}
	// The database refuses too, whatever a page forgot.
	const row = {
		territory: '62',
		decision: 'x',
		effectiveOn: '2026-12-24',
		thresholds: '[]',
		recordedAt: noon,
	};
	await expect(
		far(({ tx, actor }) =>
			tx
				.insertInto('ruleDecision')
				.values({ ...row, hatId: actor.hat?.id ?? '' })
				.execute(),
		),
	).rejects.toThrow(/row-level security/);
});

test('the rules in force leave as a file that comes back; a field unknown in it is named', async () => {
	const { lines } = await thomas((act) => openRules(act, null));
	const file = rulesAsFile(lines, {
		territory: '62',
		effectiveOn: '2026-12-15',
		decision: 'Collège de décembre',
	});
	await thomas((act) => decideFile(act, JSON.stringify(file)));
	expect((await lineOf(thomas, 'R8'))?.coming).toHaveLength(2);
	await expect(thomas((act) => decideFile(act, JSON.stringify({ ...file, seuil: 3 })))).rejects.toMatchObject(
		{ reason: 'rupture.file-field-unknown', values: { field: 'seuil' } },
	);
	for (const thresholds of [
		[{ rule: 'R8', case: 'constructor', attention: 5 }],
		[
			{ rule: 'R8', attention: 5 },
			{ rule: 'R8', attention: 9 },
		],
	])
		await expect(
			thomas((act) => decideFile(act, JSON.stringify({ ...file, thresholds }))),
		).rejects.toMatchObject({ status: 422 });
	await expect(thomas((act) => decideFile(act, '{'))).rejects.toMatchObject({
		reason: 'rules.file-unreadable',
	});
});

test('figures per organisation wait for the decision of the collective, which takes it back when it wants', async () => {
	const agreed = { decision: 'Assemblée du 18 novembre' };
	expect(await thomas(decisionOnOrganisations)).toBeNull();
	await expect(nadege((act) => showPerOrganisation(act, agreed))).rejects.toMatchObject({ status: 403 });
	const both = await Promise.allSettled([1, 2].map(() => thomas((act) => showPerOrganisation(act, agreed))));
	expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	await expect(thomas((act) => showPerOrganisation(act, agreed))).rejects.toMatchObject({
		reason: 'rules.shown-already',
	});
	expect(await nadege(decisionOnOrganisations)).toMatchObject(agreed);
	for (const act of [far, worker.act, stranger]) expect(await act(decisionOnOrganisations)).toBeNull();
	await thomas(hideOrganisations);
	await expect(thomas(hideOrganisations)).rejects.toMatchObject({ reason: 'rules.hidden-already' });
	expect(await nadege(decisionOnOrganisations)).toBeNull();
});
