import { sql } from 'kysely';
import { NotYours, Refusal } from '#lib/refusal.ts';
import { type Act, keepRefused, type Work } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { uuidIn } from '../../uuid.ts';
import type { Became, ExchangeItem } from '../exchange-item.ts';
import { systems } from '../fhir-codes.ts';
import { type Received, ReceivedTask, readResources } from '../read-fhir.ts';
import { isReferralTask } from '../task-state.ts';
import { advanceReferral } from './advance-referral.ts';
import { contentHash } from './content-hash.ts';
import { enterReferral } from './enter-referral.ts';
import { addLink, findLink, renewLink } from './exchange-links.ts';
import { type Brought, concludeExchange, findExchange, keepExchange, oneAtATime } from './exchanges.ts';
import { findUs, type Incoming, isOurs } from './incoming.ts';
import { stopsHere } from './stops-here.ts';

export interface Imported {
	readonly exchangeId: string;
	readonly items: readonly ExchangeItem[];
}

/**
 * Takes in what other software sends. It is kept first, whatever becomes of it; then each follow-up enters, moves, or is
 * refused by itself, and what becomes of every resource is said. The same file twice changes nothing.
 * @throws Refusal 400 for what is no FHIR resource
 */
export async function importFhir(work: Work, brought: Brought): Promise<Imported> {
	const exchangeId = await work((act) => keepExchange(act, brought));
	return work((act) => play(act, exchangeId, brought));
}

/** Plays again what was kept, under the exchange that it has: lost on the way, or refused for want of something since come. */
export async function importAgain(work: Work, exchangeId: string): Promise<Imported> {
	return work(async (act) => play(act, exchangeId, await findExchange(act, exchangeId)));
}

/** What would become of it: done, then undone. Nothing is kept. */
export async function tryFhir(work: Work, brought: Brought): Promise<Imported> {
	let tried: Imported | undefined;
	const undo = new Error('undone on purpose');
	try {
		await work(async (act) => {
			tried = await play(act, await keepExchange(act, brought), brought);
			throw undo;
		});
	} catch (error) {
		if (error !== undo || !tried) throw error;
	}
	if (!tried) throw undo;
	return tried;
}

async function play(act: Act, exchangeId: string, brought: Brought): Promise<Imported> {
	await oneAtATime(act);
	const items = await takeAll(act, exchangeId, brought);
	await concludeExchange(act, exchangeId, items);
	return { exchangeId, items };
}

async function takeAll(act: Act, exchangeId: string, brought: Brought): Promise<ExchangeItem[]> {
	const all = readResources(parsed(brought.body));
	if (!all) return [item({ resourceType: '', id: '' }, 'refused', translate('exchange.not-fhir'))];
	const incoming = { exchangeId, source: brought.source, all, us: await findUs(act, brought) };
	const items = new Map<Received, ExchangeItem>();
	for (const received of inOrder(all)) items.set(received, await take(act, incoming, received));
	return all.flatMap((received) => items.get(received) ?? []);
}

/** What takes another up comes after it. */
const inOrder = (all: readonly Received[]): Received[] =>
	all.toSorted((a, b) => Number('partOf' in a.resource) - Number('partOf' in b.resource));

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

async function take(act: Act, incoming: Incoming, received: Received): Promise<ExchangeItem> {
	if (received.resourceType === 'Consent' && (await stopsHere(act, incoming, received)))
		return item(received, 'moved', translate('exchange.consent-now-stopped'));
	if (received.resourceType !== 'Task') {
		const key = read.includes(received.resourceType) ? 'exchange.kept-context' : 'exchange.kept-other';
		return item(received, 'kept', translate(key));
	}
	const { success, data: task } = ReceivedTask.safeParse(received.resource);
	if (!success) return item(received, 'refused', translate('exchange.task-unreadable'));
	if (!isReferralTask(task)) return item(received, 'kept', translate('exchange.kept-patient-task'));
	return attempt(act, received, () => takeTask(act, incoming, received, task));
}

const read = ['ServiceRequest', 'Consent', 'Patient', 'Organization'];

const item = (
	{ resourceType, id }: Pick<Received, 'resourceType' | 'id'>,
	became: Became,
	reason: string | null = null,
	referralId: string | null = null,
): ExchangeItem => ({ resourceType, id, became, reason, referralId });

async function takeTask(
	act: Act,
	incoming: Incoming,
	received: Received,
	task: ReceivedTask,
): Promise<ExchangeItem> {
	const foreign = { source: incoming.source, kind: 'Task', foreignId: received.id } as const;
	const seen = { hash: contentHash(received.resource), exchangeId: incoming.exchangeId };
	const link = await findLink(act, foreign);
	if (link?.hash === seen.hash) return item(received, 'unchanged', null, link.referralId);
	const known = link?.referralId ?? (await findOwn(act, task));
	if (known) {
		const moved = await advanceReferral(act, known, task);
		if (link) await renewLink(act, foreign, seen);
		return item(received, moved ? 'moved' : 'unchanged', null, known);
	}
	if (!isOurs(incoming, task)) return item(received, 'kept', translate('exchange.kept-not-ours'));
	if (received.id === '') throw new Refusal(422, 'exchange.id-missing');
	const referralId = await enterReferral(act, incoming, task);
	await addLink(act, foreign, { referralId }, seen);
	return item(received, 'entered', null, referralId);
}

/** One of ours, named by its id or among its identifiers; a draft, or what the actor may not see, is unknown. */
async function findOwn({ tx }: Act, { id, identifier }: ReceivedTask): Promise<string | undefined> {
	const named = identifier.find(({ system }) => system === systems.referral)?.value ?? id;
	const wanted = uuidIn(named);
	if (!wanted) return undefined;
	const found = await tx
		.selectFrom('referral')
		.select('id')
		.where('id', '=', wanted)
		.where('sentAt', 'is not', null)
		.executeTakeFirst();
	return found?.id;
}

/** One Task refused undoes nothing of the others; a try at what is not the actor’s to do is kept, as elsewhere. */
async function attempt(
	act: Act,
	received: Received,
	work: () => Promise<ExchangeItem>,
): Promise<ExchangeItem> {
	await sql`savepoint resource`.execute(act.tx);
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		await sql`rollback to savepoint resource`.execute(act.tx);
		if (error instanceof NotYours) await keepRefused(act, error);
		return item(received, 'refused', translate(error.reason, error.values));
	}
}
