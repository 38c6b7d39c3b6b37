import { expect, test } from 'vitest';
import { actAsPerson } from '#lib/server/act.ts';
import { followed } from '#lib/testing/pathways.ts';
import { drafted } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { listAssessments } from '../assessments/server/assessments.ts';
import { askPerson } from '../referrals/server/ask-person.ts';
import { listGoals } from '../steps/server/goals.ts';
import {
	AgreedReferral,
	agreeToOwnReferral,
	DeclinedReferral,
	declineOwnReferral,
} from './server/answer-referral.ts';
import { assessAlone } from './server/assess-alone.ts';
import { searchPlaces } from './server/own-places.ts';
import { readOwnReferral } from './server/own-referral.ts';
import { SharingOwn, shareOwn } from './server/share-own.ts';

const here = await world();

async function opened(name: string) {
	const someone = await followed(here, name);
	return { ...someone, act: actAsPerson(here.db, { personId: someone.personId, whole: true }, () => noon) };
}

/** A request that waits for her, to a garage whose worker reads what it receives. */
async function awaited(name: string) {
	const lila = await opened(name);
	const garage = await here.organisation('Garage');
	const mechanic = await here.person('Tom', 'worker', garage.id);
	const id = await drafted(lila, [garage.id], { constraints: 'Pas le mardi' });
	await lila.worker.act((act) => askPerson(act, id));
	const reads = () =>
		mechanic.act(({ tx }) =>
			tx.selectFrom('referralField').select('name').where('referralId', '=', id).execute(),
		);
	return { lila, garage, id, reads };
}

test('what waits for her leaves with her yes alone, without what she struck', async () => {
	const { lila, id, reads } = await awaited('Lila');
	expect(await reads()).toEqual([]);
	const { version, fields } = await lila.act((act) => readOwnReferral(act, id));
	const form = (over: object) => AgreedReferral.parse({ referral: id, version, ...over });
	expect(fields.map(({ name }) => name)).toContain('constraints');
	const other = await opened('Maya');
	await expect(other.act((act) => agreeToOwnReferral(act, form({}), 'fr'))).rejects.toMatchObject({
		status: 404,
	});
	await expect(lila.act((act) => agreeToOwnReferral(act, form({ version: 99 }), 'fr'))).rejects.toMatchObject(
		{ reason: 'own-space.help-changed' },
	);
	await lila.act((act) => agreeToOwnReferral(act, form({}), 'uk'));
	await expect(lila.act((act) => agreeToOwnReferral(act, form({}), 'fr'))).rejects.toMatchObject({
		reason: 'own-space.help-answered',
	});
	expect((await reads()).map(({ name }) => name)).not.toContain('constraints');
	expect((await reads()).map(({ name }) => name)).toContain('need');
	const { rows } = await here.owner.query(
		'select proof, language, recorded_by, recorded_by_hat from agreement where person_id = $1',
		[lila.personId],
	);
	expect(rows).toEqual([{ proof: 'click', language: 'uk', recorded_by: null, recorded_by_hat: null }]);
	const moves = await lila.worker.act(({ tx }) =>
		tx
			.selectFrom('referralMove')
			.select(['toState', 'side', 'byName'])
			.where('referralId', '=', id)
			.execute(),
	);
	expect(moves.at(-1)).toEqual({ toState: 'sent', side: 'person', byName: 'Lila' });
});

test('her no is kept, before and after it left; what is over is over', async () => {
	const { lila, id, reads } = await awaited('Zoé');
	const no = DeclinedReferral.parse({ referral: id });
	const other = await opened('Nina');
	await expect(other.act((act) => declineOwnReferral(act, no))).rejects.toMatchObject({ status: 404 });
	await lila.act((act) => declineOwnReferral(act, no));
	expect(await reads()).toEqual([]);
	await expect(lila.act((act) => declineOwnReferral(act, no))).rejects.toMatchObject({ status: 409 });
});

test('the database itself refuses that she moves a request elsewhere than to yes or no', async () => {
	const { lila, id } = await awaited('Rose');
	await expect(
		lila.act(({ tx, at }) =>
			tx.updateTable('referral').set({ state: 'accepted', stateSince: at }).where('id', '=', id).execute(),
		),
	).rejects.toThrow(/row-level security/);
});

test('alone, she says where she stands; what is hers becomes a goal, and her lead reads it', async () => {
	const lila = await opened('Inès');
	const to = await lila.act((act) =>
		assessAlone(act, {
			housing: '2',
			'housing-goal': 'true',
			'housing-words': 'Un toit',
			work: 'does-not-wish',
		}),
	);
	expect(to).toBe('Awa Diallo');
	const [made] = await lila.worker.act((act) => listAssessments(act, lila.pathwayId));
	expect(made).toMatchObject({ answeredBy: 'person', manner: 'alone' });
	expect(made?.answers).toHaveLength(2);
	expect(await lila.worker.act((act) => listGoals(act, lila.pathwayId))).toMatchObject([
		{ domain: 'housing', words: 'Un toit', saidBy: 'person' },
	]);
	await expect(lila.act((act) => assessAlone(act, {}))).rejects.toMatchObject({ reason: 'assessment.empty' });
});

test('she shares with a place of her choice, until a day, and it reads that much', async () => {
	const lila = await opened('Noor');
	const ccas = await here.organisation('Maison du parc');
	const reader = await here.person('Karim', 'worker', ccas.id);
	const reads = () =>
		reader.act(({ tx }) => tx.selectFrom('pathway').select('id').where('id', '=', lila.pathwayId).execute());
	expect(await lila.act((act) => searchPlaces(act, 'du parc'))).toMatchObject([{ id: ccas.id }]);
	const form = (over: object) =>
		SharingOwn.parse({ organisation: ccas.id, level: '3', months: '3', ...over });
	expect(await lila.act((act) => shareOwn(act, form({}), 'fr'))).toEqual({
		organisation: 'Maison du parc',
		until: '2027-02-23',
	});
	expect(await reads()).toHaveLength(1);
	const share = (over: object) => lila.act((act) => shareOwn(act, form(over), 'fr'));
	await expect(share({ level: '4' })).rejects.toMatchObject({ reason: 'own-hand.subjects-missing' });
	await share({ level: '4', 'sujet-housing': 'on' });
	await expect(share({ organisation: lila.organisation.id })).rejects.toMatchObject({
		reason: 'own-hand.place-follows',
	});
	await expect(share({ organisation: crypto.randomUUID() })).rejects.toMatchObject({ status: 422 });
	expect(SharingOwn.safeParse({ organisation: ccas.id, level: '5', months: '3' }).success).toBe(false);
});
