import type { Actor, Hat } from '#lib/actor.ts';
import { anonymous } from '#lib/actor.ts';
import { openDemoAccounts } from '#lib/directory/server/demo-accounts.ts';
import { tellEndings } from '#lib/person/server/remind-endings.ts';
import { type Act, actAs, actAsClock, type Work } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { instantOf } from '#lib/time/zone.ts';
import { countServiceAnswers } from '../../referrals/server/count-service-answers.ts';
import { tendDue } from '../../referrals/server/tend-referrals.ts';
import { openPathway } from '../../server/open-pathway.ts';
import { personOf } from '../../server/pathways.ts';
import type { Story } from '../scene.ts';
import { demoStories } from '../stories.ts';
import { demoColleagues } from '../workers.ts';
import { giveDemoCard } from './give-demo-card.ts';
import { perform } from './perform.ts';
import { actInTurn, type Cast, calendarFrom } from './stage.ts';

const seed = 62;

/** Whether the demo region is there without anybody followed in it. */
export const lacksPeople = async (operator: Work, db: Database): Promise<boolean> => {
	const cast = await operator(findCast);
	const awa = cast.actors.get('awa');
	if (!awa) return false;
	const known = await actAs(db, awa)(({ tx }) => tx.selectFrom('pathway').select('id').limit(1).execute());
	return known.length === 0;
};

/**
 * Plays the invented histories of the demo region, up to an instant: each scene by its real command, as whoever did
 * it, on its day. All of it or nothing. No mail leaves for what is long past.
 * @returns how many people are followed
 */
export async function loadPeople(operator: Work, db: Database, now: Date): Promise<{ people: number }> {
	const stories = demoStories({ seed, year: Number(dayOf(now).slice(0, 4)) });
	const cast = await operator(async (act) => {
		await openDemoAccounts(act, demoColleagues, null);
		return findCast(act);
	});
	await actAs(
		db,
		anonymous,
		() => now,
	)(async (act) => {
		for (const [rank, story] of stories.entries()) await play(act, cast, story, { now, rank });
	});
	await giveDemoCard(db, cast, stories, now);
	await letTimePass(db, now);
	return { people: stories.length };
}

async function play(
	whole: Act,
	cast: Cast,
	{ who, opened, scenes }: Story,
	{ now, rank }: { now: Date; rank: number },
): Promise<void> {
	const calendar = calendarFrom(now, dayOf(now), rank);
	const { lead, name, words } = who;
	const act = await actInTurn(whole, { cast, lead, calendar }, { day: -opened });
	const pathwayId = await openPathway(act, { name, words });
	const personId = await personOf(act, pathwayId);
	const stage = {
		cast,
		lead,
		name,
		pathwayId,
		personId,
		calendar,
		made: new Map<string, string>(),
		sheet: {},
	};
	for (const scene of scenes) await perform(stage, whole, scene);
}

/** Silences that became facts, reminders that were sent, and how services answer: what the clock did meanwhile. */
async function letTimePass(db: Database, now: Date): Promise<void> {
	const today = dayOf(now);
	for (let day = -45; day <= 0; day++) {
		const morning = instantOf(Date.parse(`${addDays(today, day)}T07:00:00Z`), 'Europe/Paris');
		const at = morning < now ? morning : now;
		await actAsClock(db, () => at)((act) => tendDue({ ...act, quiet: true }));
	}
	await actAsClock(db, () => now)((act) => tellEndings({ ...act, quiet: true }));
	await countServiceAnswers({ db, actor: anonymous, now: () => now });
}

/** The invented workers, organisations and services that histories name. As the operator. */
export async function findCast({ tx }: Act): Promise<Cast> {
	const hats = await tx
		.selectFrom('hat')
		.innerJoin('account', 'account.id', 'hat.accountId')
		.select(['account.email', 'hat.accountId', 'hat.id', 'hat.role', 'hat.organisationId'])
		.where('account.demo', '=', true)
		.where('hat.organisationId', 'is not', null)
		.$narrowType<{ role: Hat['role'] }>()
		.execute();
	const actors = hats.map(({ email, accountId, ...hat }): [string, Actor] => [
		email.split('@')[0] ?? '',
		{ accountId, hat: { ...hat, territoryKind: null, territoryCode: null } },
	]);
	const ranked = async (table: 'organisation' | 'service') =>
		(await tx.selectFrom(table).select(['id', 'sourceId']).where('source', '=', 'demo').execute()).map(
			({ id, sourceId }) => [sourceId.slice(-4), id] as const,
		);
	return {
		actors: new Map(actors),
		organisations: new Map(await ranked('organisation')),
		services: new Map(await ranked('service')),
	};
}
