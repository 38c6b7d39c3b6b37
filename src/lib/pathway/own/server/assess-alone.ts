import { answersOf, setGoals } from '#lib/pathway/assessments/server/make-assessment.ts';
import { domains } from '#lib/person/domain.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { openOwnPathway } from './own-pathway.ts';

/**
 * She tells where she stands, alone, on the subjects that she chooses; what she ticks as hers becomes a goal.
 * @param fields as the form names them: a domain, its `-goal` and its `-words`
 * @returns to whom it is told
 * @throws Refusal 404, 409 without an open pathway; 422 when nothing is answered, or a goal has no words
 */
export async function assessAlone(
	act: Act,
	fields: Readonly<Record<string, string | undefined>>,
): Promise<string> {
	const { id: pathwayId, name, leadName, leadOrganisationId: organisationId } = await openOwnPathway(act);
	const answers = answersOf(fields, domains);
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('assessment')
		.values({
			...{ id, pathwayId, organisationId },
			answeredBy: 'person',
			manner: 'alone',
			answeredOn: dayOf(act.at),
			workerName: name,
			madeAt: act.at,
		})
		.execute();
	await act.tx
		.insertInto('assessmentAnswer')
		.values(answers.map((answer) => ({ ...answer, assessmentId: id, pathwayId })))
		.execute();
	await record(act, 'assessment.made', pathwayId, { assessment: id, answeredBy: 'person' });
	await setGoals(act, pathwayId, { answeredBy: 'person', organisationId }, answers);
	return leadName;
}
