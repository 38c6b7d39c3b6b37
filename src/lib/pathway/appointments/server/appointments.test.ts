import { expect, test } from 'vitest';
import { actAs } from '#lib/server/act.ts';
import type { Mail } from '#lib/server/mail.ts';
import type { Sms } from '#lib/server/sms.ts';
import { followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { EndedAppointment, movedAppointment, newAppointment } from '../appointment.ts';
import { findAppointment, listAgenda, listAppointments } from './appointments.ts';
import { endAppointment, moveAppointment } from './change-appointment.ts';
import { planAppointment } from './plan-appointment.ts';
import { remindAppointment } from './remind-appointment.ts';

const here = await world();
const { db, organisation, person, owner } = here;

const on = { on: '2026-12-01', at: '14:00', minutes: '45', phone: '04 70 00 00 00' };
const typed = (more: Record<string, string> = {}) =>
	newAppointment(noon).parse({
		once: crypto.randomUUID(),
		subjectLine: 'Dossier de surendettement',
		withName: 'Mme Petit',
		...on,
		remind: 'true',
		...more,
	});
const moved = (more: Record<string, string> = {}) =>
	movedAppointment(noon).parse({ version: '1', ...on, at: '16:00', remind: 'true', ...more });
const ended = (outcome: string, reason = '') => EndedAppointment.parse({ version: '1', outcome, reason });

async function planned(name: string) {
	const lila = await followed(here, name);
	const appointment = typed();
	await lila.worker.act((act) => planAppointment(act, lila.pathwayId, appointment));
	const find = () => lila.worker.act((act) => findAppointment(act, lila.pathwayId, appointment.once));
	return { ...lila, id: appointment.once, startsAt: appointment.startsAt, find };
}
type Planned = Awaited<ReturnType<typeof planned>>;

const partner = async (label: string) => {
	const { id } = await organisation(label);
	return { id, ...(await person(label, 'worker', id)) };
};
const jobsOf = async (id: string) => {
	const { rows } = await owner.query<{ key: string; run_at: Date }>(
		'select key, run_at from graphile_worker.jobs where key like $1 order by run_at',
		[`remind ${id}%`],
	);
	return rows.map(({ run_at }) => run_at.toISOString());
};

/** Runs a reminder at an instant, as its job does; what left is told. */
async function remind({ worker, id }: Planned, startsAt: Date, textsLeave = true) {
	const [mails, texts]: [Mail[], Sms[]] = [[], []];
	const sending = {
		post: async (mail: Mail) => void mails.push(mail),
		sms: textsLeave ? async (sms: Sms) => void texts.push(sms) : null,
	};
	const payload = { appointmentId: id, startsAt: startsAt.toISOString() };
	await remindAppointment(sending, payload, { db, actor: worker.actor, now: () => noon });
	return { mails, texts };
}
const reach = (
	{ worker, personId }: Planned,
	changes: { phone?: string; email?: string; contactRule?: string },
) => worker.act(({ tx }) => tx.updateTable('person').set(changes).where('id', '=', personId).execute());

test('an appointment is read with the steps, and by nobody else', async () => {
	const lila = await planned('Lila');
	const [identity, steps, stranger] = [
		await partner('Accueil'),
		await partner('PLIE'),
		await partner('CCAS'),
	];
	await share(lila, identity.id, 1);
	await share(lila, steps.id, 3);
	const colleague = await person('Léo Martin', 'worker', lila.organisation.id);
	for (const [by, count] of [
		[colleague, 1],
		[steps, 1],
		[identity, 0],
		[stranger, 0],
	] as const)
		expect(await by.act((act) => listAppointments(act, lila.pathwayId))).toHaveLength(count);
	const status = (by: typeof steps) =>
		by.act((act) => moveAppointment(act, lila.pathwayId, lila.id, moved())).catch((no) => no.status);
	expect([await status(stranger), await status(identity)]).toEqual([404, 404]);
	await expect(stranger.act((act) => planAppointment(act, lila.pathwayId, typed()))).rejects.toMatchObject({
		status: 404,
	});
});

test('a step of somebody else cannot be linked', async () => {
	const [nour, milo] = [await followed(here, 'Nour'), await followed(here, 'Milo')];
	const [own, foreign] = [await plannedStep(nour), await plannedStep(milo)];
	await nour.worker.act((act) => planAppointment(act, nour.pathwayId, typed({ stepId: own })));
	await expect(
		nour.worker.act((act) => planAppointment(act, nour.pathwayId, typed({ stepId: foreign }))),
	).rejects.toMatchObject({ status: 422, reason: 'notes.step-unknown' });
	expect(await nour.worker.act((act) => listAppointments(act, nour.pathwayId))).toMatchObject([
		{ step: 'Appeler la crèche' },
	]);
});

test('sent twice at once, it is planned once; its reminders are booked once, and move with it', async () => {
	const sam = await followed(here, 'Sam');
	const appointment = typed();
	await Promise.all(
		[1, 2].map(() => sam.worker.act((act) => planAppointment(act, sam.pathwayId, appointment))),
	);
	expect(await sam.worker.act((act) => listAppointments(act, sam.pathwayId))).toHaveLength(1);
	expect(await jobsOf(appointment.once)).toEqual(['2026-11-29T08:00:00.000Z', '2026-12-01T08:00:00.000Z']);
	await sam.worker.act((act) =>
		moveAppointment(act, sam.pathwayId, appointment.once, moved({ on: '2026-12-08' })),
	);
	expect(await jobsOf(appointment.once)).toEqual(['2026-12-06T08:00:00.000Z', '2026-12-08T08:00:00.000Z']);
});

test('two people change it at once: one wins, the other reads what it has become', async () => {
	const lila = await planned('Inès');
	const cancel = () =>
		lila.worker.act((act) => endAppointment(act, lila.pathwayId, lila.id, ended('cancelled', 'Malade')));
	const move = () => lila.worker.act((act) => moveAppointment(act, lila.pathwayId, lila.id, moved()));
	const both = await Promise.allSettled([cancel(), move()]);
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const lost = both.find((each) => each.status === 'rejected');
	expect(lost?.reason).toMatchObject({ status: 409, reason: 'notes.changed' });
	expect((await lila.find()).version).toBe(2);
});

test('what became of it is told after its hour, and can be put right', async () => {
	const lila = await planned('Aya');
	const end = (outcome: string, version: number, at: Date) =>
		actAs(
			db,
			lila.worker.actor,
			() => at,
		)((act) => endAppointment(act, lila.pathwayId, lila.id, { ...ended(outcome, 'Bus manqué'), version }));
	await expect(end('kept', 1, noon)).rejects.toMatchObject({ reason: 'notes.kept-early' });
	const later = new Date('2026-12-01T15:00:00Z');
	await end('missed', 1, later);
	expect(await lila.find()).toMatchObject({ state: 'missed', reason: 'Bus manqué' });
	await end('kept', 2, later);
	expect(await lila.find()).toMatchObject({ state: 'kept', reason: null });
	await expect(end('cancelled', 3, later)).rejects.toMatchObject({ reason: 'notes.ended-already' });
});

test('she is reminded by text message, else by mail, without a word of why', async () => {
	const lila = await planned('Rose');
	await reach(lila, { phone: '06 12 34 56 78', email: 'rose@exemple.test' });
	const { texts } = await remind(lila, lila.startsAt);
	expect(texts).toEqual([{ to: '06 12 34 56 78', text: 'Rendez-vous mardi 14 h. Infos : 04 70 00 00 00' }]);
	const { mails } = await remind(lila, lila.startsAt, false);
	expect(mails).toMatchObject([{ to: 'rose@exemple.test', subject: 'Rendez-vous' }]);
	expect(JSON.stringify([texts, mails])).not.toMatch(/surendettement|Petit|Mission/);
});

test('nothing leaves when it changed, ended, was not asked, or when she is not to be contacted', async () => {
	const nothing = { mails: [], texts: [] };
	const lila = await planned('Zoé');
	await reach(lila, { phone: '06 12 34 56 78', contactRule: 'never' });
	expect(await remind(lila, lila.startsAt)).toEqual(nothing);
	await reach(lila, { contactRule: 'free' });
	expect(await remind(lila, new Date('2026-12-01T09:00:00Z'))).toEqual(nothing);
	await lila.worker.act((act) => endAppointment(act, lila.pathwayId, lila.id, ended('cancelled', 'Malade')));
	expect(await remind(lila, lila.startsAt)).toEqual(nothing);

	const never = await followed(here, 'Noé');
	await never.worker.act(({ tx }) =>
		tx.updateTable('person').set({ contactRule: 'never' }).where('id', '=', never.personId).execute(),
	);
	const appointment = typed();
	await never.worker.act((act) => planAppointment(act, never.pathwayId, appointment));
	expect(await jobsOf(appointment.once)).toEqual([]);
});

test('an agenda holds one’s own appointments to keep, and those of nobody else', async () => {
	const lila = await planned('Eva');
	const colleague = await person('Léo Martin', 'worker', lila.organisation.id);
	expect(await lila.worker.act(listAgenda)).toMatchObject([
		{ name: 'Eva', subjectLine: 'Dossier de surendettement' },
	]);
	expect(await colleague.act(listAgenda)).toEqual([]);
	await lila.worker.act((act) => endAppointment(act, lila.pathwayId, lila.id, ended('cancelled', 'Malade')));
	expect(await lila.worker.act(listAgenda)).toEqual([]);
});
