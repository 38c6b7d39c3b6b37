import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { translate } from '#lib/texts/translator.ts';
import {
	allOf,
	idIn,
	ReceivedConsent,
	ReceivedOrganization,
	type ReceivedTask,
	resolve,
} from '../read-fhir.ts';
import { consentsOf, endOf, worthOf } from '../received-consent.ts';
import { contentHash } from './content-hash.ts';
import { addLink, findLink } from './exchange-links.ts';
import type { Incoming } from './incoming.ts';

/** An agreement that does not say its end holds for half a year, and none holds longer. */
const halfYear = 183 * 86_400_000;

/**
 * Nothing is opened about somebody who agreed to nothing.
 * @throws Refusal 422 that says what is missing: no Consent, or why the one that came does not serve
 */
export async function refuseWithoutConsent(act: Act, incoming: Incoming, task: ReceivedTask): Promise<void> {
	const patientId = idIn(task.for);
	if (!patientId) throw new Refusal(422, 'exchange.person-missing');
	const [consent] = consentsIn(incoming, patientId, act.at);
	if (!consent) {
		if (await heldBefore(act, incoming, patientId)) return;
		throw new Refusal(422, 'exchange.consent-missing');
	}
	const worth = worthOf(consent, act.at);
	if (worth !== 'holds') throw new Refusal(422, `exchange.consent-${worth}`);
}

const consentsIn = ({ all }: Incoming, patientId: string, at: Date): ReceivedConsent[] =>
	consentsOf(allOf(all, ReceivedConsent, 'Consent'), patientId, at);

/** The agreement of a Consent that came, recorded once with its proof: received from whoever recorded it. @returns its id */
export async function agreementFor(
	act: Act,
	incoming: Incoming,
	task: ReceivedTask,
	personId: string,
): Promise<string> {
	const patientId = idIn(task.for) ?? '';
	const [consent] = consentsIn(incoming, patientId, act.at);
	if (!consent) return (await heldBefore(act, incoming, patientId)) ?? '';
	const foreign = {
		source: incoming.source,
		kind: 'Consent',
		foreignId: consent.id ?? contentHash(consent),
	} as const;
	const known = await findLink(act, foreign);
	if (known?.agreementId) return stillHeld(act, known.agreementId, personId);
	const agreementId = await insertReceivedAgreement(act, incoming, consent, personId);
	await addLink(
		act,
		foreign,
		{ agreementId },
		{ hash: contentHash(consent), exchangeId: incoming.exchangeId },
	);
	return agreementId;
}

/** She may have stopped it here since, and it is hers alone: the same Consent, sent again, opens nothing more. */
async function stillHeld({ tx, at }: Act, id: string, personId: string): Promise<string> {
	const held = await tx
		.selectFrom('agreement')
		.select('id')
		.where('id', '=', id)
		.where('personId', '=', personId)
		.where('revokedAt', 'is', null)
		.where('endsAt', '>', at)
		.executeTakeFirst();
	if (!held) throw new Refusal(422, 'exchange.consent-stopped');
	return id;
}

/** The agreement that came with an earlier file about her, while it holds. */
async function heldBefore(act: Act, { source }: Incoming, foreignId: string): Promise<string | undefined> {
	const known = await findLink(act, { source, kind: 'Patient', foreignId });
	if (!known?.pathwayId) return undefined;
	const held = await act.tx
		.selectFrom('agreement')
		.innerJoin('pathway', 'pathway.personId', 'agreement.personId')
		.select('agreement.id')
		.where('pathway.id', '=', known.pathwayId)
		.where('agreement.proof', '=', 'received')
		.where('agreement.revokedAt', 'is', null)
		.where('agreement.endsAt', '>', act.at)
		.orderBy('agreement.recordedAt', 'desc')
		.executeTakeFirst();
	return held?.id;
}

async function insertReceivedAgreement(
	act: Act,
	{ all, us }: Incoming,
	consent: ReceivedConsent,
	personId: string,
): Promise<string> {
	const { tx, actor, at } = act;
	const id = crypto.randomUUID();
	const latest = new Date(at.getTime() + halfYear);
	const end = endOf(consent) ?? latest;
	const [recorder] = consent.organization;
	const from = recorder?.display ?? resolve(all, ReceivedOrganization, 'Organization', recorder)?.name;
	await tx
		.insertInto('agreement')
		.values({
			id,
			personId,
			organisationId: us.id,
			level: 2,
			purpose: 'referral',
			startsAt: at,
			endsAt: end < latest ? end : latest,
			proof: 'received',
			witness: (from ?? translate('exchange.sender-unknown')).slice(0, 120),
			language: consent.sourceAttachment?.language?.slice(0, 20) ?? 'fr',
			textVersion: 'received',
			way: 'referral',
			recordedBy: us.id,
			recordedByHat: actor.hat?.id ?? null,
			recordedAt: at,
		})
		.execute();
	await record(act, 'agreement.recorded', personId, { level: 2, way: 'referral' });
	return id;
}
