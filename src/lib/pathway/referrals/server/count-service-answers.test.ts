import { beforeAll, expect, test } from 'vitest';
import { anonymous } from '#lib/actor.ts';
import { listSearchEntries } from '#lib/directory/server/services.ts';
import { actAs } from '#lib/server/act.ts';
import { alsoFollowed, followed } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { acceptReferral } from './accept-referral.ts';
import { countServiceAnswers, nextNight } from './count-service-answers.ts';
import { asTarget } from './party.ts';
import { sayEnteredInError } from './say-entered-in-error.ts';
import { readServiceAnswers } from './service-answer.ts';

const here = await world();
const plie = await here.organisation('PLIE de l’Artois');
const someone = await followed(here, 'Lila');
const ids: string[] = [];
let serviceId = '';
const threeDaysLater = new Date('2026-11-26T11:00:00Z');
const { actor } = await here.person('Samira Benali', 'provider', plie.id);
const samira = actAs(here.db, actor, () => threeDaysLater);

const run = () => countServiceAnswers({ db: here.db, actor: anonymous, now: () => threeDaysLater });
const said = async () =>
	(await here.stranger((act) => readServiceAnswers(act, serviceId))).map((line) =>
		line.replace(/[\u00a0\u202f]/g, ' '),
	);
const toldDays = () =>
	here.stranger(async (act) => {
		const entries = await listSearchEntries(act);
		return entries.find(({ id }) => id === serviceId)?.responseDays;
	});

beforeAll(async () => {
	const { rows } = await here.owner.query(
		`insert into service (organisation_id, source, source_id, name, description, updated_on, digest, imported_at)
		values ($1, 'test', 'test--permis', 'Permis', '', '2026-11-01', '', $2) returning id`,
		[plie.id, noon],
	);
	serviceId = rows[0].id;
	for (let i = 0; i < 11; i++) {
		const one = await alsoFollowed(someone.worker, `Lila ${i}`);
		ids.push(await sent(one, [plie.id], { serviceId }));
	}
});

const accept = (id: string | undefined) =>
	samira(async (act) =>
		acceptReferral(act, await asTarget(act), id ?? '', {
			contactName: 'Samira Benali',
			contactPhone: null,
			firstContactOn: '2026-12-01',
		}),
	);

test('ten answers say nothing; the eleventh is published to everybody, and ranks the service', async () => {
	for (const id of ids.slice(1)) await accept(id);
	await run();
	expect([await said(), await toldDays()]).toEqual([[], null]);
	await accept(ids[0]);
	await run();
	expect(await said()).toEqual([
		'11 demandes d’orientation reçues : 11 acceptées, 0 refusée, 0 sans réponse.',
		'La moitié des réponses arrivent en 3 jours ouvrés ou moins.',
		'Compté le 26 novembre 2026.',
	]);
	expect(await toldDays()).toBe(3);
});

test('the index is told once, when something changed; what is left under eleven goes away', async () => {
	const told = async () =>
		(await here.owner.query(`select count(*)::int n from event where name = 'directory.answers-counted'`))
			.rows[0].n;
	const before = await told();
	await run();
	expect(await told()).toBe(before);
	await someone.worker.act((act) => sayEnteredInError(act, ids[0] ?? '', { words: 'Double' }));
	await run();
	expect([await said(), await told()]).toEqual([[], before + 1]);
});

test('the delay that a service gives itself comes first', async () => {
	await here.owner.query('update service set response_days = 9 where id = $1', [serviceId]);
	expect(await toldDays()).toBe(9);
});

test('the next night is three in the morning in Paris, whatever the season', () => {
	expect(nextNight(noon).toISOString()).toBe('2026-11-24T02:00:00.000Z');
	expect(nextNight(new Date('2026-07-01T00:30:00Z')).toISOString()).toBe('2026-07-01T01:00:00.000Z');
});
