import { expect, test } from 'vitest';
import { listGoals } from '#lib/pathway/steps/server/goals.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { dropAssessmentDraft, keepAssessmentDraft, readAssessmentDraft } from './assessment-draft.ts';
import { listAssessments } from './assessments.ts';
import { type AssessmentHead, makeAssessment } from './make-assessment.ts';

const here = await world();
const lina = await followed(here, 'Lina');
const { worker: awa, pathwayId } = lina;
const colleague = await here.person('Léo Martin', 'worker', lina.organisation.id);

const head = (over: Partial<AssessmentHead> = {}): AssessmentHead => ({
	answeredBy: 'person',
	manner: 'together',
	answeredOn: '2026-11-23',
	...over,
});

async function partner(level: 1 | 2 | 3 | 4, domains: string[] = []) {
	const organisation = await here.organisation('CCAS');
	await share(lina, organisation.id, level, domains);
	return here.person('Nour Petit', 'worker', organisation.id);
}

test('the person and the worker answer apart; her goal is written with her words', async () => {
	const goals = () => awa.act((act) => listGoals(act, pathwayId));
	await awa.act((act) =>
		makeAssessment(act, pathwayId, head(), {
			housing: '2',
			'housing-goal': 'true',
			'housing-words': 'Un studio à moi',
			health: 'does-not-wish',
			work: '3',
		}),
	);
	await awa.act((act) =>
		makeAssessment(act, pathwayId, head({ answeredBy: 'worker', manner: 'alone' }), {
			housing: '1',
			'housing-goal': 'true',
		}),
	);
	const [worker, person] = await awa.act((act) => listAssessments(act, pathwayId));
	expect([worker?.answeredBy, person?.answeredBy].sort()).toEqual(['person', 'worker']);
	expect(await goals()).toMatchObject([{ domain: 'housing', words: 'Un studio à moi', saidBy: 'person' }]);
	expect(await goals()).toHaveLength(1);
	await expect(
		awa.act((act) => makeAssessment(act, pathwayId, head(), { work: '3', 'work-goal': 'true' })),
	).rejects.toMatchObject({ reason: 'assessment.goal-words-missing' });
});

test('a colleague reads the whole grid; a stranger and levels 1 to 3 read no line', async () => {
	const lines = (who: typeof awa) =>
		who.act(async (act) => (await listAssessments(act, pathwayId)).flatMap(({ answers }) => answers));
	expect((await lines(colleague)).length).toBe((await lines(awa)).length);
	const stranger = await here.person('Max Roux', 'worker', (await here.organisation('Loin')).id);
	for (const nobody of [stranger, await partner(1), await partner(2), await partner(3)])
		expect(await lines(nobody)).toEqual([]);
});

test('with two domains shared, one reads and fills in those two lines', async () => {
	const nour = await partner(4, ['housing', 'work']);
	const seen = await nour.act((act) => listAssessments(act, pathwayId));
	expect(new Set(seen.flatMap(({ answers }) => answers.map(({ domain }) => domain)))).toEqual(
		new Set(['housing', 'work']),
	);
	const id = await nour.act((act) =>
		makeAssessment(act, pathwayId, head(), { housing: '4', health: '5', family: '1' }),
	);
	const made = (await awa.act((act) => listAssessments(act, pathwayId))).find((each) => each.id === id);
	expect(made?.answers.map(({ domain }) => domain)).toEqual(['housing']);
	await expect(
		nour.act((act) => makeAssessment(act, pathwayId, head(), { health: '5' })),
	).rejects.toMatchObject({ reason: 'assessment.empty' });
});

test('who reads steps only does not assess; a stranger meets nothing', async () => {
	const stranger = await here.person('Max Roux', 'worker', (await here.organisation('Loin')).id);
	await expect(
		stranger.act((act) => makeAssessment(act, pathwayId, head(), { housing: '4' })),
	).rejects.toMatchObject({ status: 404 });
	const steps = await partner(3);
	await expect(
		steps.act((act) => makeAssessment(act, pathwayId, head(), { housing: '4' })),
	).rejects.toMatchObject({ reason: 'assessment.empty' });
});

test('a day to come, nothing said and words too long are refused', async () => {
	const make = (over: Partial<AssessmentHead>, fields: Record<string, string>) =>
		awa.act((act) => makeAssessment(act, pathwayId, head(over), fields));
	await expect(make({ answeredOn: '2026-11-24' }, { work: '2' })).rejects.toMatchObject({
		reason: 'assessment.date-far',
	});
	await expect(make({}, { work: '' })).rejects.toMatchObject({ reason: 'assessment.empty' });
	await expect(make({}, { work: '2', 'work-words': 'x'.repeat(1001) })).rejects.toMatchObject({
		reason: 'assessment.words-long',
	});
});

test('what is answered so far is kept for its author alone', async () => {
	await awa.act((act) => keepAssessmentDraft(act, pathwayId, 'person', { housing: '2' }));
	await awa.act((act) => keepAssessmentDraft(act, pathwayId, 'person', { work: '3' }));
	const read = (who: typeof awa) => who.act((act) => readAssessmentDraft(act, pathwayId, 'person'));
	expect(await read(awa)).toEqual({ housing: '2', work: '3' });
	expect(await read(colleague)).toEqual({});
	await awa.act((act) => dropAssessmentDraft(act, pathwayId, 'person'));
	expect(await read(awa)).toEqual({});
});
