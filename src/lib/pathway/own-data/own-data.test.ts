import { expect, test } from 'vitest';
import { actAsPerson } from '#lib/server/act.ts';
import { followed, plannedStep } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { readOwnData } from './server/read-own-data.ts';
import { showOwnData } from './shown-own-data.ts';

const here = await world();
const all = (personId: string) => actAsPerson(here.db, { personId, whole: true }, () => noon)(readOwnData);

/** Where each table that she may read is told; a new one that is told nowhere fails the test. */
const told: Readonly<Record<string, keyof Awaited<ReturnType<typeof all>>>> = {
	person: 'person',
	pathway: 'pathways',
	goal: 'goals',
	step: 'steps',
	appointment: 'appointments',
	assessment: 'assessments',
	assessment_answer: 'assessmentAnswers',
	relay: 'relays',
	note: 'notes',
	attachment: 'attachments',
	document: 'documents',
	signature: 'signatures',
	agreement: 'agreements',
	legal_ground: 'legalGrounds',
	referral: 'referrals',
	referral_call: 'referralCalls',
	referral_field: 'referralFields',
	referral_move: 'referralMoves',
	referral_message: 'referralMessages',
	referral_feedback: 'referralFeedbacks',
	access_log: 'readings',
	break_glass: 'emergencies',
	hand_over: 'cards',
	person_code: 'codes',
	person_pin: 'pin',
	recovery_fact: 'recoveryFact',
	own_word: 'words',
	event: 'events',
};

test('every table that she may read is in what she takes away', async () => {
	const { rows } = await here.owner.query<{ tablename: string }>(
		`select distinct tablename from pg_policies where policyname = 'hers' and 'passerelles_person' = any (roles)`,
	);
	const { personId } = await followed(here, 'Lila');
	const data = await all(personId);
	expect(rows.map(({ tablename }) => tablename).toSorted()).toEqual(Object.keys(told).toSorted());
	for (const { tablename } of rows) expect(Array.isArray(data[told[tablename]!]), tablename).toBe(true);
});

test('it holds what is hers, in words that are read, and nothing of anybody else', async () => {
	const lila = await followed(here, 'Maya', 'Je cherche une place en crèche');
	const other = await followed(here, 'Nour', 'Un secret d’une autre');
	await plannedStep(lila, { words: 'Appeler la crèche' });
	await plannedStep(other, { words: 'Voir un avocat' });
	await sent(lila, [(await here.organisation('Garage solidaire')).id]);
	const data = await all(lila.personId);
	const [whole, shown] = [JSON.stringify(data), JSON.stringify(showOwnData(data))];
	for (const text of [whole, shown]) {
		expect(text).toContain('Appeler la crèche');
		expect(text).toContain('Garage solidaire');
		for (const secret of ['Nour', 'Voir un avocat', 'secret d’une autre', other.personId, other.pathwayId])
			expect(text).not.toContain(secret);
	}
	expect(whole).not.toMatch(/argon2|tokenHash|codeHash|pinHash/);
});
