import { expect, test } from 'vitest';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { stopSharing, stopSharingAll, stopSharingPart } from '#lib/pathway/server/stop-sharing.ts';
import { actAs } from '#lib/server/act.ts';
import { followed } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { agreementForm } from '../agreement-form.ts';
import { findAgreement, listAgreements } from './agreements.ts';
import { checkAgreement } from './check-agreement.ts';
import { listGrounds, recordGround } from './legal-grounds.ts';
import { recordAgreement } from './record-agreement.ts';

const here = await world();
const { organisation, person, db } = here;

const given = (fields: object) =>
	agreementForm('2026-11-23').parse({
		level: '3',
		purpose: 'follow-up',
		proof: 'click',
		language: 'fr',
		...fields,
	});

async function scene() {
	const lila = await followed(here, 'Lila');
	const [centre, other] = [await organisation('CCAS de Lens'), await organisation('Régie')];
	const [reader, stranger] = [
		await person('Nour Petit', 'worker', centre.id),
		await person('Ali Roy', 'worker', other.id),
	];
	const agree = (fields: object = {}) =>
		lila.worker.act((act) =>
			recordAgreement(act, lila.personId, given({ organisation: centre.id, ...fields })),
		);
	const reads = (who = reader, at = noon) =>
		actAs(
			db,
			who.actor,
			() => at,
		)((act) => findPathway(act, lila.pathwayId)).then(
			() => true,
			() => false,
		);
	return { lila, centre, other, reader, stranger, agree, reads };
}

test('an agreement lets its organisation read until its end, and nobody else', async () => {
	const { agree, reads, reader, stranger } = await scene();
	expect(await reads()).toBe(false);
	await agree({ until: '2027-06-30' });
	expect(await reads()).toBe(true);
	expect(await reads(stranger)).toBe(false);
	expect(await reads(reader, new Date('2027-06-30T21:59:59Z'))).toBe(true);
	expect(await reads(reader, new Date('2027-06-30T22:00:00Z'))).toBe(false);
});

test('a sensitive subject alone would open no page: it is asked after the steps, of the same organisation', async () => {
	const { lila, centre, other, agree } = await scene();
	const subject = { level: '5', subject: 'health', proof: 'signed' };
	const refused = { status: 422, reason: 'agreements.subject-alone' };
	const check = () =>
		lila.worker.act((act) =>
			checkAgreement(act, lila.personId, given({ organisation: centre.id, ...subject })),
		);
	await expect(agree(subject)).rejects.toMatchObject(refused);
	await agree({ level: '2' });
	await agree({ organisation: other.id });
	await expect(check()).rejects.toMatchObject(refused);
	const steps = await agree();
	expect((await check()).sentences.length).toBeGreaterThan(0);
	expect(await agree(subject)).toMatch(/^[0-9a-f-]{36}$/);
	await lila.worker.act((act) => stopSharing(act, lila.personId, steps, { way: 'phone' }));
	await expect(agree({ ...subject, subject: 'justice' })).rejects.toMatchObject(refused);
});

test('recording twice what was checked records once', async () => {
	const { agree, lila } = await scene();
	const id = crypto.randomUUID();
	expect(await Promise.all([agree({ id }), agree({ id })])).toEqual([id, id]);
	expect(await lila.worker.act((act) => listAgreements(act, lila.personId))).toHaveLength(1);
});

test('nobody but the lead organisation records; its own organisation and a made-up one are refused', async () => {
	const { agree, lila, reader, centre, reads } = await scene();
	const form = given({ organisation: centre.id });
	await expect(reader.act((act) => recordAgreement(act, lila.personId, form))).rejects.toMatchObject({
		status: 404,
	});
	await agree();
	expect(await reads()).toBe(true);
	await expect(reader.act((act) => recordAgreement(act, lila.personId, form))).rejects.toMatchObject({
		status: 404,
	});
	await expect(agree({ organisation: lila.organisation.id })).rejects.toMatchObject({
		reason: 'agreements.organisation-own',
	});
	await expect(agree({ organisation: crypto.randomUUID() })).rejects.toMatchObject({
		reason: 'agreements.organisation-missing',
	});
});

test('stopped by the recipient or by the lead, it is read no more; stopping again is told so', async () => {
	for (const side of ['reader', 'lead'] as const) {
		const { agree, reads, reader, lila } = await scene();
		const id = await agree();
		const who = side === 'reader' ? reader : lila.worker;
		const stop = () => who.act((act) => stopSharing(act, lila.personId, id, { way: 'paper' }));
		await stop();
		expect(await reads()).toBe(false);
		await expect(stop()).rejects.toMatchObject({ status: 409 });
	}
});

test('two clicks at once stop once', async () => {
	const { agree, lila, reader } = await scene();
	const id = await agree();
	const tries = await Promise.allSettled(
		[reader, lila.worker, reader].map((who) =>
			who.act((act) => stopSharing(act, lila.personId, id, { way: 'phone' })),
		),
	);
	expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a part is stopped, by either side: the rest goes on until the same end under the same proof', async () => {
	for (const side of ['reader', 'lead'] as const) {
		const { agree, lila, reader } = await scene();
		const id = await agree({
			level: '4',
			domains: ['money', 'housing', 'work'],
			proof: 'oral',
			witness: 'Sam',
		});
		const who = side === 'reader' ? reader : lila.worker;
		const form = { way: 'in-person' as const, without: ['money'], only: '' as const };
		const left = await who.act((act) => stopSharingPart(act, lila.personId, id, form));
		const [whole, rest] = await who.act(async (act) => [
			await findAgreement(act, lila.personId, id),
			await findAgreement(act, lila.personId, left),
		]);
		expect(whole?.revokedAt).toEqual(noon);
		expect(rest).toMatchObject({
			domains: ['housing', 'work'],
			endsAt: whole?.endsAt,
			proof: 'oral',
			witness: 'Sam',
			revokedAt: null,
		});
		const subjects = await reader.act(({ tx }) =>
			tx.selectFrom('agreement').select('domains').where('revokedAt', 'is', null).execute(),
		);
		expect(subjects).toEqual([{ domains: ['housing', 'work'] }]);
	}
});

test('a recipient cannot widen what is left, nor invent an agreement', async () => {
	const { agree, lila, reader, centre } = await scene();
	const id = await agree({ level: '4', domains: ['money'] });
	const invent = (level: number, domains: string[]) =>
		reader.act(async (act) => {
			await stopSharing(act, lila.personId, id, { way: 'phone' });
			const { endsAt } = await findAgreement(act, lila.personId, id);
			await act.tx
				.insertInto('agreement')
				.values({
					...{ personId: lila.personId, organisationId: centre.id, level, domains, endsAt },
					purpose: 'follow-up',
					startsAt: noon,
					proof: 'signed',
					textVersion: 'x',
					way: 'invitation',
					recordedBy: centre.id,
					recordedByHat: reader.actor.hat?.id ?? null,
					recordedAt: noon,
				})
				.execute();
		});
	await expect(invent(4, ['money', 'work'])).rejects.toThrow('row-level security');
	await expect(invent(4, ['money'])).rejects.toThrow('row-level security');
	await expect(invent(5, ['health'])).rejects.toThrow('row-level security');
	await expect(invent(3, [])).resolves.toBeUndefined();
});

test('told to an organisation that knows her, everything stops; it learns nothing of the others, a stranger stops nothing', async () => {
	const { agree, lila, reader, stranger, other, reads } = await scene();
	await agree({ level: '1' });
	await agree({ organisation: other.id });
	const outsider = await person('Eve Blanc', 'worker', (await organisation('Ailleurs')).id);
	const all = (who: typeof reader) => who.act((act) => stopSharingAll(act, lila.personId, { way: 'paper' }));
	expect(await all(outsider)).toBe(0);
	expect(await reads(stranger)).toBe(true);
	expect(await reader.act((act) => listAgreements(act, lila.personId))).toHaveLength(1);
	expect(await all(reader)).toBe(2);
	expect(await reads(stranger)).toBe(false);
	expect(await reads(reader)).toBe(false);
});

test('a legal ground is kept apart, opens nothing, and is read by the lead organisation alone', async () => {
	const { lila, reader, reads, centre } = await scene();
	const form = {
		ground: 'vital-interest',
		organisation: centre.id,
		explanation: 'Elle a perdu connaissance, sans répondre.',
	} as const;
	await lila.worker.act((act) => recordGround(act, lila.personId, form));
	expect(await reads()).toBe(false);
	expect(await reader.act((act) => listGrounds(act, lila.personId))).toEqual([]);
	expect(await lila.worker.act((act) => listGrounds(act, lila.personId))).toMatchObject([
		{ ground: 'vital-interest', organisation: 'CCAS de Lens' },
	]);
	expect(await lila.worker.act((act) => listAgreements(act, lila.personId))).toEqual([]);
	await expect(reader.act((act) => recordGround(act, lila.personId, form))).rejects.toMatchObject({
		status: 404,
	});
});
