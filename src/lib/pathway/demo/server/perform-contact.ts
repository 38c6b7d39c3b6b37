import type { Act } from '#lib/server/act.ts';
import { instantOf } from '#lib/time/zone.ts';
import { findAppointment } from '../../appointments/server/appointments.ts';
import { endAppointment } from '../../appointments/server/change-appointment.ts';
import { planAppointment } from '../../appointments/server/plan-appointment.ts';
import { makeDocument } from '../../documents/server/make-document.ts';
import { signDocument } from '../../documents/server/sign-document.ts';
import { writeNote } from '../../notes/server/write-note.ts';
import { nameOfActor } from '../../server/worker-name.ts';
import type { PathwayDeed, Scene } from '../scene.ts';
import { one, type Stage } from './stage.ts';

type Deed = Pick<Scene, 'day'> & Extract<PathwayDeed, { do: 'note' | 'meet' | 'met' | 'paper' | 'sign' }>;

/** Notes, appointments and papers, by their real commands. */
export async function performContact(stage: Stage, act: Act, deed: Deed): Promise<void> {
	const { made, pathwayId, calendar } = stage;
	switch (deed.do) {
		case 'note': {
			const { words, shared, way = null, subject = null } = deed;
			const contact = { contactWay: way, contactOn: way && calendar.day(deed.day) };
			return writeNote(act, pathwayId, { once: crypto.randomUUID(), words, shared, subject, ...contact });
		}
		case 'meet':
			made.set(deed.key, await plan(stage, act, deed));
			return;
		case 'met': {
			const { id, version } = await findAppointment(act, pathwayId, one(made, deed.key));
			const { outcome, reason = null } = deed;
			return endAppointment(act, pathwayId, id, { version, outcome, reason });
		}
		case 'paper': {
			const { title, words } = deed;
			const paper = { once: crypto.randomUUID(), kind: 'commitment', title, words } as const;
			made.set(deed.key, await makeDocument(act, pathwayId, paper));
			return;
		}
		case 'sign':
			return signDocument(act, pathwayId, one(made, deed.key), {
				...({ signer: deed.signer, proof: 'signed', witness: null } as const),
				name: deed.signer === 'worker' ? await nameOfActor(act) : stage.name,
			});
	}
}

/** No reminder: nobody would receive it. */
async function plan(
	{ pathwayId, calendar }: Stage,
	act: Act,
	{ what, on, at, place }: Extract<Deed, { do: 'meet' }>,
): Promise<string> {
	const once = crypto.randomUUID();
	await planAppointment(act, pathwayId, {
		...{ once, subjectLine: what, withName: await nameOfActor(act), minutes: 45, place: place ?? null },
		...{ remind: false, phone: null, stepId: null },
		startsAt: instantOf(Date.parse(`${calendar.day(on)}T${at}:00Z`), 'Europe/Paris'),
	});
	return once;
}
