import { anonymous } from '#lib/actor.ts';
import { type Act, actAs, actAtTheDoor, type Work } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { type Edition, readEdition } from '../../search/server/edition.ts';
import { alertPath, newsOf, nextDawn } from '../saved-search.ts';
import { type Mailing, makeAlertLink } from './alert-mail.ts';
import { endOfAlert } from './change-search.ts';
import { type DueSearch, dueSearches } from './due-searches.ts';
import { forgetLists } from './forget-lists.ts';
import { foundList } from './found-list.ts';
import { remindAlerts } from './remind-alerts.ts';

/** Of what is new, how many a mail names; the others are on the page that it links to. */
const mostNamed = 10;

/** Twice what may be followed: a directory that grows does not push known services out of sight. */
const mostLookedAt = 4000;

/** One such job waits at any time: asking again replaces it. */
export const scheduleNews = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'tell-news', {}, { key: 'tell-news', at });

/** Each morning: forgets what is due, then writes once to the owner of each search that has news. */
export async function tellNews(mailing: Mailing, { db, now }: JobContext): Promise<void> {
	const door = actAtTheDoor(db, now);
	await door(async (act) => {
		await scheduleNews(act, nextDawn(act.at));
		await forgetLists(act);
	});
	const due = await door(dueSearches);
	if (due.length > 0) await tellAll(mailing, due, { db, now });
	await remindAlerts(mailing, { db, now });
}

async function tellAll(mailing: Mailing, due: readonly DueSearch[], { db, now }: Clocked): Promise<void> {
	const edition = await readEdition(db);
	const look: Look = {
		mailing,
		edition,
		door: actAtTheDoor(db, now),
		stranger: actAs(db, anonymous, now),
		at: now(),
	};
	const failures: unknown[] = [];
	for (const search of due) await tell(look, search).catch((error) => failures.push(error));
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} alerts did not leave`);
}

type Clocked = Pick<JobContext, 'db' | 'now'>;

interface Look {
	readonly mailing: Mailing;
	readonly edition: Edition;
	readonly door: Work;
	readonly stranger: Work;
	readonly at: Date;
}

/** What a mail tells is noted before it leaves, and taken back if it does not: nothing is told twice. */
async function tell({ mailing, edition, door, stranger, at }: Look, search: DueSearch): Promise<void> {
	const params = new URLSearchParams(search.query);
	const { hits } = await foundList(stranger, edition, params, at, mostLookedAt);
	const news = new Set(
		newsOf(
			search.known,
			hits.map(({ entry }) => entry.id),
		),
	);
	const token = await door((act) => note(act, search, [...news]));
	if (news.size === 0) return;
	const named = hits.filter(({ entry }) => news.has(entry.id)).slice(0, mostNamed);
	try {
		await mailing.post({
			to: search.to,
			subject: translate('lists.mail.news-subject', { count: news.size }),
			text: translate('lists.mail.news-text', {
				count: news.size,
				label: search.label,
				services: named
					.map(
						({ entry }) =>
							`– ${entry.name} (${entry.organisation})\n  ${mailing.origin}/services/${entry.id}`,
					)
					.join('\n'),
				search: `${mailing.origin}/trouver${search.query}`,
				until: frenchDate(endOfAlert(search.confirmedAt).toISOString().slice(0, 10)),
				link: mailing.origin + alertPath(token),
			}),
		});
	} catch (error) {
		await door((act) => takeBack(act, search));
		throw error;
	}
}

async function note(act: Act, { id, known }: DueSearch, news: readonly string[]): Promise<string> {
	await act.tx
		.updateTable('savedSearch')
		.set({ lookedAt: act.at, ...(news.length > 0 && { known: [...known, ...news], toldAt: act.at }) })
		.where('id', '=', id)
		.execute();
	return news.length > 0 ? makeAlertLink(act, id) : '';
}

const takeBack = ({ tx }: Act, { id, known, toldAt }: DueSearch): Promise<unknown> =>
	tx
		.updateTable('savedSearch')
		.set({ known: [...known], toldAt, lookedAt: null })
		.where('id', '=', id)
		.execute();
