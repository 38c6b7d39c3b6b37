import { expect, test } from 'vitest';
import { NewStep, proposeStep } from '#lib/pathway/steps/server/propose-step.ts';
import { actAsClock } from '#lib/server/act.ts';
import { alsoFollowed, followed, share } from '../../testing/pathways.ts';
import { sent } from '../../testing/referrals.ts';
import { noon, world } from '../../testing/world.ts';
import { findAlerts } from '../evaluate.ts';
import type { Fact } from '../facts.ts';
import { foldAll } from '../fold/fold-fact.ts';
import { sayAlert } from '../sentence.ts';
import { emptyState } from '../state.ts';
import { defaultThresholds } from '../thresholds.ts';
import { loadFacts } from './load-facts.ts';

const here = await world();
const { organisation, db } = here;
const plie = await organisation('PLIE de l’Artois');
const someone = await followed(here, 'Lila', 'Elle dort dans sa voiture.');
const step = (before: string | null, dueOn: string) =>
	NewStep.parse({ words: 'Passer le code', owner: 'me', dueOn, ...(before ? { before } : {}) });
await someone.worker.act((act) => proposeStep(act, someone.pathwayId, step('Léo', '2026-11-24')));
const agreement = await share(someone, plie.id, 3);
const referral = await sent(someone, [plie.id]);
const other = await alsoFollowed(someone.worker, 'Karim');

const noted = { pathwayId: someone.pathwayId, organisationId: someone.organisation.id, notedAt: noon };
await someone.worker.act(async ({ tx }) => {
	await tx
		.insertInto('ending')
		.values({ ...noted, kind: 'residence-permit', endsOn: '2026-12-31' })
		.execute();
	await tx
		.insertInto('contactAttempt')
		.values({ ...noted, channel: 'phone', onDay: '2026-11-23' })
		.execute();
	await tx
		.insertInto('institutionExit')
		.values({ ...noted, kind: 'hospital', leavesOn: '2026-12-04' })
		.execute();
});

const load = (people?: readonly string[]) => actAsClock(db, () => noon)((act) => loadFacts(act, people));
const alertsAt = (facts: readonly Fact[], day: string) => {
	const now = Date.parse(`${day}T12:00:00Z`);
	return findAlerts(foldAll(emptyState(), facts), defaultThresholds, now);
};

test('the clock reads facts in order, each once', async () => {
	const facts = await load();
	const kinds = facts.map(({ kind }) => kind);
	expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).toSorted((a, b) => a - b));
	for (const kind of ['step-proposed', 'referral-drafted', 'ending-noted', 'attempt', 'exit-noted'])
		expect(kinds.filter((each) => each === kind)).toHaveLength(1);
	expect(
		facts
			.filter(({ kind }) => kind === 'agreement-given')
			.map((fact) => 'agreement' in fact && fact.agreement),
	).toContain(agreement);
	expect(facts).toContainEqual(expect.objectContaining({ kind: 'step-moved', state: 'accepted' }));
	expect(facts).toContainEqual(expect.objectContaining({ kind: 'referral-moved', state: 'sent' }));
	expect(facts).toContainEqual(expect.objectContaining({ kind: 'pathway-moved', state: 'active' }));
});

test('no word and no name of anybody is among them', async () => {
	const told = JSON.stringify(await load());
	for (const word of ['Lila', 'Karim', 'voiture', 'permis', 'Awa', 'Léo', 'code"'])
		expect(told).not.toContain(word);
	await expect(
		actAsClock(db, () => noon)(({ tx }) => tx.selectFrom('person').select('name').execute()),
	).rejects.toThrow(/permission denied/);
	await expect(
		actAsClock(db, () => noon)(({ tx }) => tx.selectFrom('note').select('words').execute()),
	).rejects.toThrow(/permission denied/);
});

test('a worker of elsewhere reads none of the new facts, and writes none', async () => {
	const stranger = await here.person('Samira', 'worker', (await organisation('Elsewhere')).id);
	for (const table of ['ending', 'institutionExit', 'contactAttempt'] as const)
		expect(await stranger.act(({ tx }) => tx.selectFrom(table).selectAll().execute())).toEqual([]);
	await expect(
		stranger.act(({ tx, actor, at }) =>
			tx
				.insertInto('ending')
				.values({
					pathwayId: someone.pathwayId,
					kind: 'right',
					endsOn: '2026-12-31',
					organisationId: actor.hat?.organisationId ?? '',
					notedAt: at,
				})
				.execute(),
		),
	).rejects.toThrow(/row-level security/);
	expect(await someone.worker.act(({ tx }) => tx.selectFrom('ending').selectAll().execute())).toHaveLength(1);
});

test('asked for some people, it tells only theirs', async () => {
	const facts = await load([other.personId]);
	expect(facts.map((fact) => fact.kind)).toEqual(['person-known', 'pathway-opened']);
});

test('what is loaded becomes the alerts that a specialist expects', async () => {
	const facts = await load();
	const seen = (day: string) =>
		alertsAt(facts, day)
			.filter(({ personId }) => personId === someone.personId)
			.map(({ rule, level }) => `${rule} ${level}`)
			.toSorted();
	expect(seen('2026-11-23')).toEqual(['R11 attention', 'R13 attention']);
	expect(seen('2026-11-25')).toEqual(['R1 attention', 'R11 attention', 'R13 attention', 'R16 attention']);
	expect(seen('2026-12-11')).toEqual(['R1 last-call', 'R11 rupture', 'R13 rupture', 'R16 rupture']);
	const [first] = alertsAt(facts, '2026-11-27').filter(({ rule }) => rule === 'R1');
	expect(first).toMatchObject({
		subject: { kind: 'referrals', id: referral },
		targetId: plie.id,
		level: 'rupture',
	});
	expect(first && sayAlert(first, () => plie.name)).toMatch(
		/^Envoyée à PLIE de l’Artois il y a 4.jours ouvrés, sans réponse/,
	);
});
