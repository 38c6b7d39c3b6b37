import { sql } from 'kysely';
import { domains } from '../person/domain.ts';
import { takeInHand } from '../person/server/at-hand.ts';
import type { Act, Work } from '../server/act.ts';
import { type Followed, plannedStep } from './pathways.ts';
import { noon } from './world.ts';

/** Writes one of each thing that is told of a person: a step, an appointment, notes of every kind, twelve answers. */
export async function fillFile(someone: Pick<Followed, 'pathwayId' | 'worker'>): Promise<void> {
	await plannedStep(someone);
	const { pathwayId, worker } = someone;
	await worker.act(async ({ tx, actor }) => {
		const [hatId, organisationId] = [actor.hat?.id ?? '', actor.hat?.organisationId ?? ''];
		const by = { pathwayId, organisationId, hatId };
		const assessmentId = crypto.randomUUID();
		await tx
			.insertInto('appointment')
			.values({ ...by, subjectLine: 'Point', withName: 'Awa', startsAt: noon, madeAt: noon })
			.execute();
		await tx
			.insertInto('note')
			.values([
				{ ...by, authorName: 'Awa', shared: true, words: 'partagée', writtenAt: noon },
				{ ...by, authorName: 'Awa', shared: true, subject: 'health', words: 'santé', writtenAt: noon },
				{ ...by, authorName: 'Awa', shared: false, words: 'interne', writtenAt: noon },
			])
			.execute();
		await tx
			.insertInto('assessment')
			.values({
				...{ ...by, id: assessmentId },
				answeredBy: 'person',
				manner: 'together',
				answeredOn: '2026-11-23',
				madeAt: noon,
			})
			.execute();
		await tx
			.insertInto('assessmentAnswer')
			.values(domains.map((domain) => ({ assessmentId, pathwayId, domain, level: 3 })))
			.execute();
	});
}

/**
 * What of a filled file reaches somebody, by asking the database for everything, without a filter: the same whether its
 * pathway was said to be at hand or not.
 */
export async function seenBy(act: Work, pathwayId: string): Promise<readonly string[]> {
	const seen = await act((one) => listSeen(one, pathwayId));
	const atHand = await act(async (one) => {
		await takeInHand(one, pathwayId);
		return listSeen(one, pathwayId);
	});
	if (`${seen}` !== `${atHand}`) throw new Error(`at hand: ${atHand}; otherwise: ${seen}`);
	return seen;
}

async function listSeen({ tx }: Act, pathwayId: string): Promise<readonly string[]> {
	const { rows } = await sql<{ seen: string }>`
			select 'identity' as seen from pathway w join person p on p.id = w.person_id where w.id = ${pathwayId}::uuid
			union select 'step' from step where pathway_id = ${pathwayId}::uuid
			union select 'appointment' from appointment where pathway_id = ${pathwayId}::uuid
			union select 'note ' || coalesce(subject, case when shared then 'shared' else 'private' end)
				from note where pathway_id = ${pathwayId}::uuid
			union select domain from assessment_answer where pathway_id = ${pathwayId}::uuid
			union select 'log' from access_log l join pathway w on w.person_id = l.person_id where w.id = ${pathwayId}::uuid
			union select 'timeline' from event where subject = ${pathwayId}::uuid and account_id <> acting_account()`.execute(
		tx,
	);
	return rows.map(({ seen }) => seen).sort();
}
