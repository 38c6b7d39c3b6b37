import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

/** What was taken away; `kept` are the invented organisations that something real still stands on. */
export interface Removed {
	readonly accounts: number;
	readonly organisations: number;
	readonly services: number;
	readonly kept: number;
}

interface Invented {
	readonly organisations: readonly string[];
	readonly services: readonly string[];
	readonly kept: number;
}

/**
 * Takes away the invented accounts, organisations, services, places and territories, and nothing real, in one
 * transaction; done again, it finds nothing. As the operator.
 * @param first what else goes, before them, in the same transaction
 * @throws Refusal (409) naming what still refers to the demo region, which is then left whole.
 */
export async function removeDemo(
	operator: Work,
	first: (act: Act) => Promise<unknown> = async () => {},
): Promise<Removed> {
	try {
		return await operator(async (act) => {
			await first(act);
			return remove(act);
		});
	} catch (error) {
		const { code, table } = error as { code?: string; table?: string };
		if (code === '23503') throw new Refusal(409, 'cli.demo.still-used', { table: table ?? '?' });
		throw error;
	}
}

async function remove(act: Act): Promise<Removed> {
	const invented = await findInvented(act);
	await closeHats(act, invented);
	const accounts = await act.tx.deleteFrom('account').where('demo', '=', true).returning('id').execute();
	await removeEntries(act, invented);
	await act.tx.deleteFrom('importRun').where('source', '=', 'demo').execute();
	await act.tx.deleteFrom('territory').where('kind', '=', 'set').where('code', 'like', 'demo-%').execute();
	const removed = {
		accounts: accounts.length,
		organisations: invented.organisations.length,
		services: invented.services.length,
	};
	if (Object.values(removed).some((count) => count > 0))
		await record(act, 'directory.demo-removed', randomUUID(), removed);
	return { ...removed, kept: invented.kept };
}

const oneOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

/** An invented organisation stays when a real service, model or organisation stands on it. */
async function findInvented({ tx }: Act): Promise<Invented> {
	const { rows } = await sql<{ id: string; kept: boolean; kind: 'organisation' | 'service' }>`
		with recursive kept_service(id, organisation_id) as (
			select s.id, s.organisation_id from service s
			where s.fictional and exists (select from service r where not r.fictional and r.merged_into = s.id)
		), kept(id) as (
			select o.id from organisation o where o.fictional and (
				exists (select from service r where not r.fictional and r.organisation_id = o.id)
				or exists (select from organisation r where not r.fictional and r.merged_into = o.id)
				or exists (select from kept_service s where s.organisation_id = o.id)
				or exists (select from service_model m join service r on r.model_id = m.id
					where m.organisation_id = o.id and not r.fictional))
			union
			select o.merged_into from organisation o join kept on kept.id = o.id where o.merged_into is not null
		)
		select id, id in (select id from kept) as kept, 'organisation' as kind from organisation where fictional
		union all
		select id, id in (select id from kept_service), 'service' from service where fictional`.execute(tx);
	const gone = (kind: string) => rows.flatMap((row) => (row.kind === kind && !row.kept ? [row.id] : []));
	return {
		organisations: gone('organisation'),
		services: gone('service'),
		kept: rows.filter(({ kind, kept }) => kind === 'organisation' && kept).length,
	};
}

/** Hats of invented people, and hats that real people wear in an invented organisation; their sessions close. */
async function closeHats({ tx }: Act, { organisations }: Invented): Promise<void> {
	const inventedAccount = tx.selectFrom('account').select('id').where('demo', '=', true);
	const hats = await tx
		.selectFrom('hat')
		.select('id')
		.where((eb) =>
			eb.or([eb('accountId', 'in', inventedAccount), eb('organisationId', '=', oneOf(organisations))]),
		)
		.execute();
	const ids = oneOf(hats.map(({ id }) => id));
	await tx
		.deleteFrom('session')
		.where((eb) => eb.or([eb('hatId', '=', ids), eb('accountId', 'in', inventedAccount)]))
		.execute();
	await tx.deleteFrom('invitation').where('organisationId', '=', oneOf(organisations)).execute();
	await tx.updateTable('invitation').set({ invitedBy: null }).where('invitedBy', '=', ids).execute();
	await tx.deleteFrom('hat').where('id', '=', ids).execute();
}

async function removeEntries({ tx }: Act, { organisations, services }: Invented): Promise<void> {
	const [ofOrganisations, ofServices] = [oneOf(organisations), oneOf(services)];
	const places = await tx
		.selectFrom('organisation')
		.select('placeId')
		.where('id', '=', ofOrganisations)
		.union(tx.selectFrom('service').select('placeId').where('id', '=', ofServices))
		.execute();
	for (const table of ['privateDetail', 'heldField', 'fieldChange'] as const)
		await tx
			.deleteFrom(table)
			.where('entryId', '=', oneOf([...organisations, ...services]))
			.execute();
	const gone = oneOf([...organisations, ...services]);
	await tx
		.deleteFrom('duplicatePair')
		.where(({ eb, or }) => or([eb('firstId', '=', gone), eb('secondId', '=', gone)]))
		.execute();
	await tx.deleteFrom('service').where('id', '=', ofServices).execute();
	await tx.deleteFrom('serviceModel').where('organisationId', '=', ofOrganisations).execute();
	await tx.deleteFrom('organisation').where('id', '=', ofOrganisations).execute();
	await sql`delete from place where id = any(${places.map(({ placeId }) => placeId)}::uuid[])
		and not exists (select from organisation where place_id = place.id)
		and not exists (select from service where place_id = place.id)`.execute(tx);
}
