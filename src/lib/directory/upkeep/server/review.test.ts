import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { actAtTheDoor } from '#lib/server/act.ts';
import { newVisitor } from '#lib/testing/accounts.ts';
import { addService, runner, takeJobs, tokenIn, verifiedOn, writeTo } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { isDue } from '../review.ts';
import { answerReview, stopLetters, withLetter } from './answer-review.ts';
import { askOrganisation } from './ask-organisation.ts';
import { isDueOn } from './due-services.ts';
import { makeLetters } from './letters.ts';
import { changeRhythm, verifyServices } from './verify-services.ts';

const { db, door, owner, operator, person, organisation, stranger } = await world();
const { sent, run } = runner(db);
const odile = await person('Odile', 'coordinator');
const dayMs = 86_400_000;
const later = (days: number) => new Date(noon.getTime() + days * dayMs);

/** An organisation with services that nobody looked at for a year. */
async function forgotten(email: string | null, ...names: string[]) {
	const { id, name } = await organisation(`Maison ${crypto.randomUUID().slice(0, 6)}`);
	await writeTo(operator, id, email);
	const services = await Promise.all(names.map((each) => addService(operator, id, each)));
	return { id, name, services, own: await person('Inès', 'provider', id) };
}

/** Runs a day of the review job; gives the mails that left. */
async function aDay(at = noon) {
	const before = sent.length;
	await run('ask-reviews', {}, at);
	for (const wave of await takeJobs(owner, 'send-review-letters')) await run('send-review-letters', wave, at);
	await takeJobs(owner, 'ask-reviews');
	return sent.slice(before);
}
const answer = (token: string, more: { service?: string; answer?: 'exact' | 'closed' } = {}, at = door) =>
	answerReview(at, token, { answer: 'exact', ...more }, newVisitor());
const silence = () =>
	operator(({ tx }) => tx.updateTable('service').set({ verifiedOn: '2026-11-23' }).execute());

test('one mail an organisation asks about all its services due, and one click dates them', async () => {
	const maison = await forgotten('accueil@maison.test', 'Atelier CV', 'Aide au permis');
	const recent = await addService(operator, maison.id, 'Épicerie', { updatedOn: '2026-11-01' });
	const mails = await aDay();
	expect(mails).toHaveLength(1);
	expect(mails[0]).toMatchObject({ to: 'accueil@maison.test' });
	expect(mails[0]?.text).toContain('– Aide au permis\n– Atelier CV\n');
	expect(mails[0]?.text).not.toContain('Épicerie');

	const token = tokenIn(mails[0], 'verifier');
	expect(await withLetter(door, token, newVisitor(), async (_, letter) => letter.organisation)).toBe(
		maison.name,
	);
	expect(await verifiedOn(stranger, maison.services[0]!)).toBeNull();
	await answer(token);
	for (const id of maison.services) expect(await verifiedOn(stranger, id)).toBe('2026-11-23');
	expect(await verifiedOn(stranger, recent)).toBeNull();
	const events = await stranger(({ tx }) =>
		tx.selectFrom('event').select(['subject', 'details']).where('name', '=', 'directory.verified').execute(),
	);
	expect(events).toEqual([
		{ subject: maison.id, details: { by: 'letter', services: expect.toSatisfy((ids) => ids.length === 2) } },
	]);
	await silence();
});

test('a link serves again until all is answered, service by service; a second answer changes nothing', async () => {
	const maison = await forgotten('a@maison.test', 'Un', 'Deux');
	const token = tokenIn((await aDay())[0], 'verifier');
	const [first, second] = maison.services as [string, string];
	await answer(token, { service: first });
	expect(await verifiedOn(stranger, second)).toBeNull();
	await answer(token, { service: first, answer: 'closed' });
	await answer(token);
	expect(await verifiedOn(stranger, second)).toBe('2026-11-23');
	expect(await odile.act(({ tx }) => tx.selectFrom('correction').select('id').execute())).toEqual([]);
	await silence();
});

test('ten clicks at once date the services once', async () => {
	const maison = await forgotten('dix@maison.test', 'Un');
	const token = tokenIn((await aDay())[0], 'verifier');
	await Promise.all(Array.from({ length: 10 }, () => answer(token)));
	const events = await stranger(({ tx }) =>
		tx
			.selectFrom('event')
			.select('id')
			.where('name', '=', 'directory.verified')
			.where('subject', '=', maison.id)
			.execute(),
	);
	expect(events).toHaveLength(1);
	await silence();
});

test('closing is proposed to those who decide, and takes nothing down by itself', async () => {
	const maison = await forgotten('ferme@maison.test', 'Vestiaire');
	await answer(tokenIn((await aDay())[0], 'verifier'), { answer: 'closed' });
	const [service] = maison.services as [string];
	const open = await stranger(({ tx }) =>
		tx.selectFrom('listedService').select('id').where('id', '=', service).execute(),
	);
	expect(open).toHaveLength(1);
	const proposed = await maison.own.act(({ tx }) =>
		tx.selectFrom('correctionField').select(['field', 'proposed']).execute(),
	);
	expect(proposed).toEqual([{ field: 'closed', proposed: '2026-11-23' }]);
	await silence();
});

test('a link that is too old, taken back or invented opens nothing', async () => {
	await forgotten('vieux@maison.test', 'Un');
	const token = tokenIn((await aDay())[0], 'verifier');
	const gone = { status: 404, reason: 'upkeep.letter-gone' };
	await expect(answer('x'.repeat(43))).rejects.toMatchObject(gone);
	await expect(answer('court')).rejects.toMatchObject(gone);
	await expect(
		answer(
			token,
			{},
			actAtTheDoor(db, () => later(60)),
		),
	).rejects.toMatchObject(gone);
	await odile.act(({ tx, at }) => tx.updateTable('reviewLetter').set({ revokedAt: at }).execute());
	await expect(answer(token)).rejects.toMatchObject(gone);
	await silence();
});

test('an organisation is written to once a month at most, three times without an answer, then telephoned', async () => {
	await forgotten('silence@maison.test', 'Un');
	expect(await aDay()).toHaveLength(1);
	expect(await aDay(later(1))).toHaveLength(0);
	expect(await aDay(later(29))).toHaveLength(0);
	expect(await aDay(later(30))).toHaveLength(1);
	expect(await aDay(later(59))).toHaveLength(0);
	expect(await aDay(later(60))).toHaveLength(1);
	expect(await aDay(later(99))).toHaveLength(0);
	await silence();
});

test('nothing goes to an address that is private, absent, no address, or asked for silence', async () => {
	const hidden = await forgotten('prive@maison.test', 'Un');
	await operator(({ tx }) =>
		tx.updateTable('organisation').set({ contactPrivate: true }).where('id', '=', hidden.id).execute(),
	);
	await forgotten(null, 'Deux');
	await forgotten('voir le site', 'Trois');
	const stopped = await forgotten('Non@Maison.test', 'Quatre');
	const mails = await aDay();
	expect(mails.map(({ to }) => to)).toEqual(['non@maison.test']);
	await stopLetters(door, tokenIn(mails[0], 'verifier'), newVisitor());
	expect(await aDay(later(31))).toEqual([]);
	await expect(
		askOrganisation(
			{ ...odile, door: actAtTheDoor(db, () => later(31)) },
			{ organisation: stopped.id },
			{ fictionalToo: true },
		),
	).rejects.toMatchObject({ reason: 'upkeep.not-writable' });
	await silence();
});

test('invented organisations are never written to by themselves', async () => {
	const maison = await forgotten('demo@maison.test', 'Un');
	await operator(({ tx }) =>
		tx.updateTable('organisation').set({ fictional: true }).where('id', '=', maison.id).execute(),
	);
	expect(await aDay()).toEqual([]);
	await silence();
});

test('at night nothing leaves, and the job waits for the morning', async () => {
	await forgotten('nuit@maison.test', 'Un');
	await run('ask-reviews', {}, new Date('2026-11-23T22:00:00Z'));
	expect(await takeJobs(owner, 'send-review-letters')).toEqual([]);
	const { rows } = await owner.query(
		`select run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'ask-reviews'`,
	);
	expect(rows).toEqual([{ run_at: new Date('2026-11-24T07:00:00Z') }]);
	await silence();
});

test('a mail that does not leave does not hold the others back, and is tried again', async () => {
	await forgotten('un@maison.test', 'Un');
	await forgotten('deux@maison.test', 'Deux');
	await run('ask-reviews', {});
	const [wave] = await takeJobs(owner, 'send-review-letters');
	const failing = runner(db);
	const broken = { ...failing, fails: true };
	failing.sent.push = (...mails) => {
		if (broken.fails && mails[0]?.to === 'un@maison.test') throw new Error('mailbox full');
		return Array.prototype.push.apply(failing.sent, mails);
	};
	await expect(failing.run('send-review-letters', wave!)).rejects.toThrow('1 letters did not leave');
	broken.fails = false;
	await failing.run('send-review-letters', wave!);
	expect(failing.sent.map(({ to }) => to)).toEqual(['deux@maison.test', 'un@maison.test']);
	await silence();
});

test('neither the queue nor the table keeps the link', async () => {
	await forgotten('secret@maison.test', 'Un');
	await run('ask-reviews', {});
	const { rows: jobs } = await owner.query('select * from graphile_worker._private_jobs');
	const [wave] = await takeJobs(owner, 'send-review-letters');
	await run('send-review-letters', wave!);
	const token = tokenIn(sent.at(-1), 'verifier');
	const { rows } = await owner.query('select * from review_letter');
	expect(JSON.stringify([jobs, rows])).not.toContain(token);
	await silence();
});

test('a stranger and another organisation see no letter, and date nothing', async () => {
	const maison = await forgotten('a@b.test', 'Un');
	await aDay();
	const other = await person('Paul', 'provider', (await organisation('Ailleurs')).id);
	for (const work of [stranger, other.act]) {
		expect(
			await work(({ tx }) => tx.selectFrom('reviewLetter').select('id').execute()).catch(() => []),
		).toEqual([]);
		await expect(work((act) => verifyServices(act, { organisation: maison.id }))).rejects.toThrow();
		await expect(
			work((act) => changeRhythm(act, { service: maison.services[0]!, months: 1 })),
		).rejects.toThrow();
	}
	expect(await verifiedOn(stranger, maison.services[0]!)).toBeNull();
	await expect(
		askOrganisation({ actor: other.actor, door }, { organisation: maison.id }, { fictionalToo: false }),
	).rejects.toMatchObject({ status: 403 });
	await maison.own.act((act) => verifyServices(act, { organisation: maison.id }));
	expect(await verifiedOn(stranger, maison.services[0]!)).toBe('2026-11-23');
	await maison.own.act((act) => changeRhythm(act, { service: maison.services[0]!, months: 1 }));
});

test('the door dates only services that an open letter asks about', async () => {
	const maison = await forgotten('z@b.test', 'Un');
	await door(({ tx }) =>
		sql`update service set verified_on = '2026-11-23' where id = ${maison.services[0]}`.execute(tx),
	);
	expect(await verifiedOn(stranger, maison.services[0]!)).toBeNull();
	await silence();
});

test('the database and the rule agree on what is due', async () => {
	const maison = await forgotten(null, 'Un');
	const [id] = maison.services as [string];
	const day = fc.integer({ min: 0, max: 1500 }).map((days) => later(-days).toISOString().slice(0, 10));
	await fc.assert(
		fc.asyncProperty(
			day,
			fc.option(day),
			fc.constantFrom(1, 3, 6, 12, 24),
			day,
			async (updatedOn, seenOn, reviewMonths, today) => {
				const service = { updatedOn, verifiedOn: seenOn, reviewMonths };
				const due = await operator(async ({ tx }) => {
					await tx.updateTable('service').set(service).where('id', '=', id).execute();
					return (
						await sql<{
							due: boolean;
						}>`select ${isDueOn(today)} as due from service s where id = ${id}`.execute(tx)
					).rows[0]?.due;
				});
				expect(due).toBe(isDue(service, today));
			},
		),
		{ numRuns: 60 },
	);
});

test('a wave holds so many letters and no more, those that wait the longest first', async () => {
	await silence();
	const [old] = [await forgotten('vieille@maison.test', 'Un')];
	await forgotten('jeune@maison.test', 'Deux');
	await operator(({ tx }) =>
		tx.updateTable('service').set({ updatedOn: '2020-01-01' }).where('organisationId', '=', old.id).execute(),
	);
	const ids = await door((act) =>
		makeLetters(act, {
			asked: sql`select s.organisation_id, s.id as service_id from listed_service s where ${isDueOn('2026-11-23')}`,
			campaignId: null,
			most: 1,
			patience: 3,
			fictionalToo: false,
		}),
	);
	const chosen = await odile.act(({ tx }) =>
		tx.selectFrom('reviewLetter').select('organisationId').where('id', 'in', ids).execute(),
	);
	expect(chosen).toEqual([{ organisationId: old.id }]);
});
