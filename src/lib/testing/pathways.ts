import { openPathway } from '../pathway/server/open-pathway.ts';
import { type Level, textVersion } from '../person/agreement.ts';
import { noon, type World } from './world.ts';

type Worker = Awaited<ReturnType<World['person']>>;

/** Somebody followed: her pathway, the worker who leads it, and the organisation in whose name. */
export interface Followed {
	readonly pathwayId: string;
	readonly personId: string;
	readonly worker: Worker;
	readonly organisation: { readonly id: string; readonly name: string };
}

/** Opens the pathway of a person, led by Awa Diallo of a Mission locale made for her: still to open, nothing shared. */
export async function followed(
	{ organisation, person }: World,
	name: string,
	words: string | null = null,
): Promise<Followed> {
	const mission = await organisation(`Mission locale de ${name}`);
	const worker = await person('Awa Diallo', 'worker', mission.id);
	return { ...(await alsoFollowed(worker, name, words)), organisation: mission };
}

/** Opens one more pathway, led by a worker who is there already. */
export async function alsoFollowed(worker: Worker, name: string, words: string | null = null) {
	const pathwayId = await worker.act((act) => openPathway(act, { name, words }));
	const { personId } = await worker.act(({ tx }) =>
		tx.selectFrom('pathway').select('personId').where('id', '=', pathwayId).executeTakeFirstOrThrow(),
	);
	return { pathwayId, personId, worker };
}

/** An agreement of the person, recorded by her lead worker: from noon of the tests, for ninety days. @returns its id */
export async function share(
	{ personId, worker }: Pick<Followed, 'personId' | 'worker'>,
	organisationId: string,
	level: Level,
	domains: readonly string[] = [],
): Promise<string> {
	const id = crypto.randomUUID();
	await worker.act(({ tx, actor, at }) =>
		tx
			.insertInto('agreement')
			.values({
				id,
				personId,
				organisationId,
				level,
				domains: [...domains],
				purpose: 'follow-up',
				startsAt: noon,
				endsAt: new Date(noon.getTime() + 90 * 86_400_000),
				proof: 'signed',
				textVersion,
				way: 'invitation',
				recordedBy: actor.hat?.organisationId ?? '',
				recordedByHat: actor.hat?.id ?? null,
				recordedAt: at,
			})
			.execute(),
	);
	return id;
}

/** A step that she accepted and that is planned, owned by the worker. @returns its id */
export async function plannedStep(
	{ pathwayId, worker }: Pick<Followed, 'pathwayId' | 'worker'>,
	{ words = 'Appeler la crèche', dueOn = '2026-12-01' }: { words?: string; dueOn?: string } = {},
): Promise<string> {
	const id = crypto.randomUUID();
	await worker.act(({ tx, actor, at }) =>
		tx
			.insertInto('step')
			.values({
				id,
				pathwayId,
				words,
				state: 'planned',
				owner: 'worker',
				ownerHatId: actor.hat?.id ?? null,
				ownerName: 'Awa Diallo',
				dueOn,
				proposedBy: 'worker',
				acceptedBy: 'person',
				acceptedAt: at,
				organisationId: actor.hat?.organisationId ?? '',
				madeAt: at,
			})
			.execute(),
	);
	return id;
}
