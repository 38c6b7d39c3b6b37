import { error, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { operationOf } from '#lib/access/operation.ts';
import { answerAt } from '#lib/access/permission.ts';
import { admitMachine } from '#lib/access/server/admit-machine.ts';
import { scheduleForgetting } from '#lib/access/server/forget-old-secrets.ts';
import { identify } from '#lib/access/server/identify.ts';
import { turnAway } from '#lib/access/server/turn-away.ts';
import { scheduleNightlyLook } from '#lib/directory/duplicates/server/look-for-duplicates.ts';
import { scheduleNews } from '#lib/directory/lists/server/tell-news.ts';
import { scheduleUpkeep } from '#lib/directory/upkeep/server/schedule-upkeep.ts';
import { scheduleServiceAnswers } from '#lib/pathway/referrals/server/count-service-answers.ts';
import { scheduleReferralClock } from '#lib/pathway/referrals/server/tend-referrals.ts';
import { scheduleEndings } from '#lib/person/server/remind-endings.ts';
import { identifyOwn, isOwnPage } from '#lib/person/space/server/identify-own.ts';
import { Refusal } from '#lib/refusal.ts';
import { scheduleAlerts, scheduleEverybodysAlerts } from '#lib/rupture/alerts/server/find-alerts.ts';
import { scheduleDigests } from '#lib/rupture/digest/server/send-digests.ts';
import { scheduleUrgent } from '#lib/rupture/digest/server/send-urgent.ts';
import { actAtTheDoor } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import { bringsTooMuch } from '#lib/server/body-limit.ts';
import { compress } from '#lib/server/compress.ts';
import { withSafeHeaders } from '#lib/server/headers.ts';
import { isOutage } from '#lib/server/outage.ts';
import { outagePage } from '#lib/server/outage-page.ts';
import { pageLanguage, variesByLanguage, written } from '#lib/server/page-language.ts';
import { report } from '#lib/server/report.ts';
import { translate } from '#lib/texts/translator.ts';
import { type Operations, permissions } from './permissions.ts';
import { publicPage } from './public-pages.ts';

/** Addresses that take files, and how many bytes; `server.ts` lets no more than that in. */
const takesFiles: Readonly<Record<string, number>> = {
	'/(work)/annuaire/imports': 33 * 1024 ** 2,
	// One file of ten mebibytes, and what is typed beside it.
	'/(work)/parcours/[id]/documents': 10.5 * 1024 ** 2,
	// More than is taken: whoever gives too much reads a sentence beside the form.
	'/(work)/personnes/importer': 8 * 1024 ** 2,
};

/** What other sites show inside their pages; everything else refuses to be framed. */
const framed: readonly (string | null)[] = ['/(public)/widget', '/(public)/widget.js'];

export const init: ServerInit = () =>
	actAtTheDoor(application().db)(async (act) => {
		await scheduleForgetting(act);
		await scheduleUpkeep(act);
		await scheduleNews(act);
		await scheduleNightlyLook(act);
		await scheduleEndings(act);
		await scheduleReferralClock(act);
		await scheduleServiceAnswers(act);
		await scheduleAlerts(act);
		await scheduleEverybodysAlerts(act);
		await scheduleDigests(act);
		await scheduleUrgent(act);
	});

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.language = pageLanguage(event);
	const away = await turnedAway(event);
	const draw = async () =>
		finished(event, away ?? (await resolve(event, { transformPageChunk: inItsLanguage(event) })));
	return away ? draw() : publicPage(event, draw);
};

function finished(event: RequestEvent, response: Response): Response | Promise<Response> {
	const { session, origin } = event.locals;
	const personal = Boolean(session) || Boolean(event.route.id?.startsWith('/(account)')) || isOwnPage(event);
	const safe = withSafeHeaders(variesByLanguage(event, response), {
		https: origin.startsWith('https:'),
		personal,
		framed: framed.includes(event.route.id),
	});
	return event.isSubRequest ? safe : compress(event.request, safe);
}

/** The first of the three layers: nothing runs behind a door that its declared permission keeps shut. */
async function turnedAway(event: RequestEvent): Promise<Response | undefined> {
	try {
		await identify(event, application());
		await identifyOwn(event, application().db);
	} catch (error) {
		if (isOutage(error)) return outagePage();
		throw error;
	}
	const { id } = event.route;
	if (id === null) return undefined;
	if (bringsTooMuch(event.request, takesFiles[id])) error(413, 'problem.too-big');
	const refused = id.startsWith('/api') ? await admitMachine(event) : undefined;
	if (refused) return refused;
	const declared: Operations = permissions[id] ?? {};
	const operation = operationOf(event.request.method, event.url.searchParams, declared);
	const permission =
		operation !== undefined && Object.hasOwn(declared, operation) ? declared[operation] : undefined;
	const development = application().development && event.locals.local;
	return turnAway(event, answerAt(permission, event.locals.session, { development, own: event.locals.own }));
}

const inItsLanguage =
	(event: RequestEvent) =>
	({ html }: { html: string }): string =>
		withoutScript(event, written(event.locals.language)(html));

/** Her own space runs no script: its pages do not even ask for one. */
const withoutScript = (event: RequestEvent, html: string): string =>
	isOwnPage(event)
		? html.replace(/\t*<script type="module" src="[^"]*enhance\.js[^"]*"><\/script>\n/, '')
		: html;

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind === 'unknown') return unexpected(error, event);
	const { status } = error as { status: number };
	if (status === 404) return { message: 'problem.nothing-here' };
	if (status === 413) return { message: 'problem.too-big' };
	return { message: status < 500 ? 'problem.bad-request' : 'problem.ours' };
};

function unexpected(error: unknown, { route, request }: RequestEvent) {
	if (error instanceof Refusal)
		return { status: error.status, message: translate(error.reason, error.values) };
	if (isOutage(error)) return { status: 503, message: 'problem.restarting' };
	return {
		status: 500,
		message: 'problem.ours',
		reference: report(error, { route: route.id, method: request.method }),
	};
}
