import { sql } from 'kysely';
import { type Act, actAtTheDoor } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { nextSending } from '../letter.ts';
import { dayInParis, isDueOn } from './due-services.ts';
import { forgetUpkeep } from './forget-upkeep.ts';
import { makeLetters } from './letters.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Letters of one wave: a mail server takes them for what they are, not for a flood. */
export const waveSize = 200;
const betweenWaves = 15 * minute;

/** After three letters without an answer, somebody telephones. */
const patience = 3;

/** One such job waits at any time: asking again replaces it. */
export const scheduleReviews = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'ask-reviews', {}, { key: 'ask-reviews', at });

/** Writes to the organisations whose services should be looked at again, then asks to be run again. */
export const askReviews = ({ db, now }: JobContext): Promise<void> =>
	actAtTheDoor(
		db,
		now,
	)(async (act) => {
		const later = (delay: number) => nextSending(new Date(act.at.getTime() + delay));
		await forgetUpkeep(act);
		if (nextSending(act.at) > act.at) return scheduleReviews(act, later(0));
		const letterIds = await makeLetters(act, {
			asked: sql`select s.organisation_id, s.id as service_id from listed_service s where ${isDueOn(dayInParis(act.at))}`,
			campaignId: null,
			most: waveSize,
			patience,
			fictionalToo: false,
		});
		if (letterIds.length > 0) await enqueue(act, 'send-review-letters', { letterIds });
		await scheduleReviews(act, later(letterIds.length === waveSize ? betweenWaves : day));
	});
