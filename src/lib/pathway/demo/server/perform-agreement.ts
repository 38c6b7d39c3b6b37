import { agreementForm } from '#lib/person/agreement-form.ts';
import { listEmergencies } from '#lib/person/server/emergencies.ts';
import { reviewEmergency, tellOfEmergency } from '#lib/person/server/follow-emergency.ts';
import { recordAgreement } from '#lib/person/server/record-agreement.ts';
import { stopAgreement } from '#lib/person/server/stop-agreement.ts';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import type { PathwayDeed } from '../scene.ts';
import { nameOf } from '../workers.ts';
import { one, type Stage } from './stage.ts';

type Deed = Extract<PathwayDeed, { do: 'agree' | 'stop' | 'emergency-told' | 'emergency-reviewed' }>;

/** Agreements and what follows an emergency, by their real commands. */
export async function performAgreement(stage: Stage, act: Act, deed: Deed): Promise<void> {
	const { made, personId } = stage;
	if (deed.do === 'agree') made.set(deed.key, await agree(stage, act, deed));
	else if (deed.do === 'stop') await stopAgreement(act, personId, one(made, deed.key), { way: 'in-person' });
	else await follow(act, personId, deed.do);
}

const agree = (
	{ cast, personId, calendar, lead }: Stage,
	act: Act,
	{
		organisation,
		level,
		domains,
		subject,
		until,
		proof,
		purpose = 'follow-up',
	}: Extract<Deed, { do: 'agree' }>,
): Promise<string> =>
	recordAgreement(
		act,
		personId,
		agreementForm(dayOf(act.at)).parse({
			...{ domains, subject, proof, purpose, level: String(level), language: 'fr' },
			organisation: one(cast.organisations, organisation),
			until: calendar.day(until),
			witness: nameOf(lead),
		}),
	);

async function follow(act: Act, personId: string, what: 'emergency-told' | 'emergency-reviewed') {
	const emergency = (await listEmergencies(act, personId))[0]?.id ?? '';
	if (what === 'emergency-told') await tellOfEmergency(act, personId, { emergency });
	else await reviewEmergency(act, personId, { emergency, review: 'justified' });
}
