import { expect, test } from 'vitest';
import { actAs } from '#lib/server/act.ts';
import { newVisitor } from '#lib/testing/accounts.ts';
import { type Followed, followed } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { endCode } from './end-code.ts';
import { knowByCode, SaidCode } from './know-by-code.ts';
import { makeCode } from './make-code.ts';
import { findPerson } from './people.ts';

const here = await world();
const ccas = await here.organisation('CCAS');

type Worker = Followed['worker'];
const say = ({ act, actor }: Worker, personCode: string) =>
	knowByCode({ act, door: here.door, accountId: actor.accountId ?? '' }, { personCode }, newVisitor());
const nour = () => here.person('Nour Petit', 'worker', ccas.id);
const made = ({ worker, personId }: Followed) =>
	worker.act((act) => makeCode(act, personId)).then(({ code }) => code);

test('who hears her code knows her identity for twelve months, and nothing more', async () => {
	const lila = await followed(here, 'Lila');
	const [code, other] = [await made(lila), await nour()];
	await expect(other.act((act) => findPerson(act, lila.personId))).rejects.toMatchObject({ status: 404 });

	expect(await say(other, code)).toBe(lila.personId);
	expect(await say(other, code)).toBe(lila.personId);
	expect(await other.act((act) => findPerson(act, lila.personId))).toMatchObject({ name: 'Lila' });
	const agreements = await lila.worker.act(({ tx }) =>
		tx.selectFrom('agreement').selectAll().where('personId', '=', lila.personId).execute(),
	);
	expect(agreements).toMatchObject([
		{
			level: 1,
			way: 'code',
			proof: 'code',
			organisationId: ccas.id,
			endsAt: new Date('2027-11-23T00:00:00Z'),
		},
	]);
	const { rows } = await here.owner.query('select level from agreement where person_id = $1', [
		lila.personId,
	]);
	expect(rows).toHaveLength(1);
});

test('after her code, her file, or the door of an emergency', () => {
	const parsed = (next?: string) => SaidCode.safeParse({ personCode: 'ABCD EFGH', next });
	expect(parsed().data?.next).toBe('file');
	expect(parsed('emergency').data?.next).toBe('emergency');
	expect(parsed('https://ailleurs.test').success).toBe(false);
});

test('never was, ended, replaced, too old: the same words', async () => {
	const lila = await followed(here, 'Lila');
	const replaced = await made(lila);
	const ended = await made(lila);
	await lila.worker.act((act) => endCode(act, lila.personId));
	const old = await made(lila);
	const other = await nour();
	const later = actAs(here.db, other.actor, () => new Date('2027-11-23T00:00:00Z'));
	for (const [code, act] of [
		['ABCDEFGH', other.act],
		[replaced, other.act],
		[ended, other.act],
		[old, later],
	] as const)
		await expect(say({ ...other, act }, code)).rejects.toMatchObject({
			status: 422,
			reason: 'person.code-unknown',
		});
	await expect(other.act((act) => findPerson(act, lila.personId))).rejects.toMatchObject({ status: 404 });
});

test('a code is not guessed: after a few tries the door stays closed', async () => {
	const guesser = await nour();
	for (let tried = 0; tried < 5; tried++)
		await expect(say(guesser, 'ABCDEFGH')).rejects.toMatchObject({ status: 422 });
	await expect(say(guesser, 'ABCDEFGH')).rejects.toMatchObject({ status: 429 });
});

test('only those who lead make a code or end it; a provider is told nothing by one', async () => {
	const lila = await followed(here, 'Lila');
	const code = await made(lila);
	const stranger = await nour();
	for (const command of [makeCode, endCode])
		await expect(stranger.act<unknown>((act) => command(act, lila.personId))).rejects.toMatchObject({
			status: 404,
		});
	const provider = await here.person('Max Roux', 'provider', ccas.id);
	await expect(say(provider, code)).rejects.toThrow();
	expect(await say(await nour(), code)).toBe(lila.personId);
});

test('the lead’s own organisation needs no agreement', async () => {
	const lila = await followed(here, 'Lila');
	const code = await made(lila);
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	expect(await say(leo, code)).toBe(lila.personId);
	const { rows } = await here.owner.query('select 1 from agreement where person_id = $1', [lila.personId]);
	expect(rows).toEqual([]);
});
