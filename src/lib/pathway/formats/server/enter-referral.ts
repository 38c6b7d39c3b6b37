import { openPathway } from '#lib/pathway/server/open-pathway.ts';
import { personOf } from '#lib/pathway/server/pathways.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { mayWrite } from '#lib/pathway/server/written.ts';
import type { Domain } from '#lib/person/domain.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { departmentOf } from '#lib/time/holidays.ts';
import { clocks } from '../../referrals/referral-clock.ts';
import { tellMove, writeMove } from '../../referrals/server/move-referral.ts';
import { findReferral, insertFields } from '../../referrals/server/referrals.ts';
import { domainOf } from '../fhir-codes.ts';
import { idIn, ReceivedPatient, ReceivedRequest, type ReceivedTask, resolve } from '../read-fhir.ts';
import { contactRuleOf, fieldsIn, nameOf, safeContactOf } from '../received-person.ts';
import { stateOf, wayTo } from '../task-state.ts';
import { contentHash } from './content-hash.ts';
import { addLink, findLink } from './exchange-links.ts';
import type { Incoming } from './incoming.ts';
import { agreementFor, refuseWithoutConsent } from './received-agreement.ts';
import { moveTold, sideOf } from './received-move.ts';

/**
 * A Task that our organisation owns becomes a referral that it received, where the Task says it stands; its person is
 * opened here once, under the agreement that came with it.
 * @returns the referral's id
 * @throws Refusal 403 for whoever opens no person; 422 when something needed did not come
 */
export async function enterReferral(act: Act, incoming: Incoming, task: ReceivedTask): Promise<string> {
	if (act.actor.hat?.role !== 'worker') throw new Refusal(403, 'exchange.worker-needed');
	const state = stateOf(task);
	const way = state && wayTo('sent', state);
	if (!way) throw new Refusal(422, 'exchange.status-unknown', { status: task.status });
	const request = resolve(incoming.all, ReceivedRequest, 'ServiceRequest', task.focus);
	const domain = domainOf(request?.category);
	if (!domain) throw new Refusal(422, 'exchange.domain-unknown');
	await refuseWithoutConsent(act, incoming, task);
	const pathwayId = await pathwayFor(act, incoming, task, request);
	const id = await insertReceived(act, incoming, task, { pathwayId, domain, request });
	await walk(act, incoming, task, id, way);
	return id;
}

const senderOf = ({ requester }: ReceivedTask): string =>
	requester?.display?.slice(0, 200) ?? translate('exchange.sender-unknown');

/** The pathway that her name there already stands for, else a new one, led by whoever brings the file. */
async function pathwayFor(
	act: Act,
	incoming: Incoming,
	task: ReceivedTask,
	request: ReceivedRequest | undefined,
): Promise<string> {
	const foreign = { source: incoming.source, kind: 'Patient', foreignId: idIn(task.for) ?? '' } as const;
	const known = await findLink(act, foreign);
	if (known?.pathwayId) {
		// Since then, a relay or a closed file may have put her out of reach of whoever brings this.
		if (!(await mayWrite(act, known.pathwayId))) throw new Refusal(422, 'exchange.pathway-elsewhere');
		return known.pathwayId;
	}
	const patient = resolve(incoming.all, ReceivedPatient, 'Patient', task.for);
	const name = nameOf(patient, task) ?? translate('exchange.pseudonym');
	const pathwayId = await openPathway(act, { name, words: null });
	await addLink(
		act,
		foreign,
		{ pathwayId },
		{ hash: contentHash(patient ?? null), exchangeId: incoming.exchangeId },
	);
	await keepSafe(act, pathwayId, patient, request);
	return pathwayId;
}

/** Whether she may be contacted is written in her file, not only in the request. */
async function keepSafe(
	act: Act,
	pathwayId: string,
	patient: ReceivedPatient | undefined,
	request: ReceivedRequest | undefined,
): Promise<void> {
	await act.tx
		.updateTable('person')
		.set({ contactRule: contactRuleOf(patient, request), safeContact: safeContactOf(patient) ?? null })
		.where('id', '=', await personOf(act, pathwayId))
		.execute();
}

async function insertReceived(
	act: Act,
	incoming: Incoming,
	task: ReceivedTask,
	{ pathwayId, domain, request }: { pathwayId: string; domain: Domain; request: ReceivedRequest | undefined },
): Promise<string> {
	const { us } = incoming;
	const id = crypto.randomUUID();
	const department = departmentOf(us.communeCode ?? '75056');
	const patient = resolve(incoming.all, ReceivedPatient, 'Patient', task.for);
	await act.tx
		.insertInto('referral')
		.values({
			id,
			pathwayId,
			fromName: senderOf(task),
			toOrganisationId: us.id,
			domain,
			urgent: ['urgent', 'asap', 'stat'].includes(task.priority ?? ''),
			department,
			state: 'sent',
			agreementId: await agreementFor(act, incoming, task, await personOf(act, pathwayId)),
			parentId: await parentOf(act, incoming, task),
			madeAt: act.at,
			sentAt: act.at,
			stateSince: act.at,
			answerBy: addBusinessDays(act.at, clocks.answerWithin, department),
		})
		.execute();
	const need = request?.code?.text ?? request?.code?.coding?.[0]?.display ?? task.description;
	await insertFields(
		act,
		id,
		fieldsIn(patient, request, {
			name: nameOf(patient, task) ?? translate('exchange.pseudonym'),
			need: need ?? translate('exchange.need-untold'),
		}),
	);
	return id;
}

/** The referral that this one takes up, when it came before. */
async function parentOf(act: Act, { source }: Incoming, { partOf }: ReceivedTask): Promise<string | null> {
	const foreignId = idIn(partOf[0]);
	if (!foreignId) return null;
	return (await findLink(act, { source, kind: 'Task', foreignId }))?.referralId ?? null;
}

/** From the day it was sent to where it stands now: what happened there before it came here. */
async function walk(
	act: Act,
	{ us }: Incoming,
	task: ReceivedTask,
	id: string,
	way: readonly Parameters<typeof moveTold>[0][],
): Promise<void> {
	const sender = { side: 'source', organisationId: null, byName: senderOf(task) } as const;
	const here = await nameOfActor(act);
	let referral = await findReferral(act, id);
	await tellMove(act, sender, { ...referral, state: 'awaiting-person' }, { to: 'sent' });
	for (const to of way) {
		const side = sideOf(to);
		const ours = { side, organisationId: us.id, byName: here };
		referral = await writeMove(
			act,
			side === 'target' ? ours : { ...sender, side },
			referral,
			moveTold(to, task, us.id, act.at),
		);
	}
}
