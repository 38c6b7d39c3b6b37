import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { alsoFollowed, followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { isOpenStep, stepStates, walkTo } from '../step.ts';
import { StepMove } from '../step-form.ts';
import { moveStep } from './move-step.ts';
import { NewStep, proposeStep } from './propose-step.ts';
import { listSteps, stateOf } from './steps.ts';
import { takeStep } from './take-step.ts';

const here = await world();
const first = await followed(here, 'Lina');
const lead = first.worker;
const colleague = await here.person('Léo Martin', 'worker', first.organisation.id);
const ccas = await here.organisation('CCAS');
const partner = await here.person('Nour Petit', 'worker', ccas.id);
const stranger = await here.person('Max Roux', 'worker', (await here.organisation('Loin')).id);
const workers = { lead, colleague, partner, stranger };

const who = fc.constantFrom(...(['lead', 'lead', 'lead', 'colleague', 'partner', 'stranger'] as const));
const command = fc.oneof(
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('propose' as const), who, told: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('take' as const), who, step: fc.nat(5) }) },
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constant('move' as const),
			who,
			step: fc.nat(5),
			to: fc.constantFrom(...stepStates),
			told: fc.boolean(),
			why: fc.boolean(),
			following: fc.constantFrom('nothing', 'next', 'pause'),
		}),
	},
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

const after: Record<string, object> = {
	nothing: {},
	next: { next: 'Rappeler', nextDueOn: '2026-12-04' },
	pause: { pauseReason: 'Hôpital', pauseReviewOn: '2027-01-05' },
};

const picture = (id: string) =>
	lead.act(async (act) => ({ steps: await listSteps(act, id), pathway: await findPathway(act, id) }));
type Picture = Awaited<ReturnType<typeof picture>>;

/** Gives the command; a "no" is the only thing that may be thrown. @returns whether it was done */
async function give(id: string, { steps }: Picture, given: Command): Promise<boolean> {
	const step = 'step' in given ? steps[given.step % Math.max(1, steps.length)] : undefined;
	const work = async (act: Act): Promise<unknown> => {
		if (given.kind === 'propose')
			return proposeStep(
				act,
				id,
				NewStep.parse({
					words: 'Appeler',
					owner: 'me',
					dueOn: '2026-12-01',
					before: given.told ? 'Nadia' : '',
				}),
			);
		if (!step) return undefined;
		if (given.kind === 'take') return takeStep(act, id, { step: step.id, version: step.version });
		return moveStep(
			act,
			id,
			StepMove.parse({
				step: step.id,
				version: step.version,
				to: given.to,
				before: given.told ? 'Nadia' : '',
				...(given.why && { reason: 'Parce que', reasonBy: 'person', reviewOn: '2026-12-20' }),
				...(given.why && { instead: 'Écrire', insteadDueOn: '2026-12-02' }),
				...after[given.following],
			}),
		);
	};
	try {
		await workers[given.who].act(work);
		return true;
	} catch (error) {
		if (error instanceof Refusal) return false;
		throw error;
	}
}

/** Each step went where the machine leads, and nowhere else. */
function checkWalks(before: Picture, now: Picture): void {
	for (const step of before.steps) {
		const later = now.steps.find(({ id }) => id === step.id);
		const [from, to] = [stateOf(step), later && stateOf(later)];
		expect(to).toBeDefined();
		if (to && from !== to) expect([from, to, walkTo(from, to).length > 0]).toEqual([from, to, true]);
		if (to && !['proposed', 'declined', 'abandoned', 'replaced'].includes(to))
			expect(later?.acceptedBefore).toBe('Nadia');
	}
}

/** Requirement 4.2: an active pathway keeps an open step with owner and date, or is paused until a date. */
function checkInvariant({ steps, pathway }: Picture): void {
	const open = steps.filter((step) => isOpenStep(stateOf(step)));
	if (pathway.state === 'active') expect(open.length).toBeGreaterThan(0);
	if (pathway.state === 'paused') expect(pathway.reviewOn).not.toBeNull();
	for (const { ownerName, dueOn } of open) expect([ownerName, dueOn].every(Boolean)).toBe(true);
}

test('whatever is commanded, by whomever: legal walks only, refusals change nothing, something comes next', async () => {
	const told = { done: 0, refused: 0 };
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 14 }), async (commands) => {
			const one = await alsoFollowed(lead, 'Quelqu’un');
			await share(one, ccas.id, 3);
			await give(one.pathwayId, await picture(one.pathwayId), { kind: 'propose', who: 'lead', told: true });
			for (const given of commands) {
				const before = await picture(one.pathwayId);
				const done = await give(one.pathwayId, before, given);
				const now = await picture(one.pathwayId);
				told[done ? 'done' : 'refused']++;
				if (!done || given.who === 'stranger') expect(now).toEqual(before);
				checkWalks(before, now);
				checkInvariant(now);
			}
		}),
		{ numRuns: 12 },
	);
	// The walks do go somewhere, and are refused somewhere.
	expect(Math.min(told.done, told.refused)).toBeGreaterThan(5);
}, 120_000);
