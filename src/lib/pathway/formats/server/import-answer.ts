import type { RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { once } from '#lib/access/server/once.ts';
import type { Work } from '#lib/server/act.ts';
import { parseQuery } from '#lib/server/api/parse-query.ts';
import type { ExchangeItem } from '../exchange-item.ts';
import { taskOf } from '../fhir-task.ts';
import { batchResponse, itemOutcome, statusOf } from '../import-answer.ts';
import { exportReferral } from './export-referral.ts';
import { asReferrer, fhirAnswer } from './fhir-answer.ts';
import { type Imported, importAgain, importFhir, tryFhir } from './import-fhir.ts';

/** Who sends, how it names us, and whether it is only a trial. */
const ImportQuery = z.strictObject({
	source: z.string().max(300, 'api.query.words').default(''),
	'known-as': z.array(z.string().min(1, 'api.query.words').max(300, 'api.query.words')).max(20).default([]),
	'dry-run': z.enum(['true', 'false'], 'api.query.flag').default('false'),
});

/** `POST /api/fhir` and `POST /api/fhir/Task`: takes in a resource, or a Bundle of them, and says what became of each. */
export const answerImport = (event: RequestEvent): Promise<Response> =>
	asReferrer(event, (act, machine) =>
		once(event, act, async () => {
			const asked = parseQuery(ImportQuery, event.url, ['known-as']);
			const body = await event.request.text();
			const brought = { body, source: asked.source, knownAs: asked['known-as'], apiKeyId: machine.id };
			const take = asked['dry-run'] === 'true' ? tryFhir : importFhir;
			return told(event, act, await take(act, brought), asked['dry-run'] === 'true');
		}),
	);

/** `POST /api/fhir/exchange/[id]`: plays again what was kept. */
export const answerReplay = (event: RequestEvent, id: string): Promise<Response> =>
	asReferrer(event, (act) =>
		once(event, act, async () => told(event, act, await importAgain(act, id), false)),
	);

async function told(
	{ locals: { origin } }: Pick<RequestEvent, 'locals'>,
	act: Work,
	{ exchangeId, items }: Imported,
	trial: boolean,
): Promise<Response> {
	const base = `${origin}/api/fhir`;
	const headers = trial ? {} : { 'x-exchange': exchangeId };
	const [first] = items;
	if (items.length !== 1 || !first) return fhirAnswer(batchResponse(items, base), 200, headers);
	return fhirAnswer(trial ? itemOutcome(first) : await shown(act, first), statusOf(first), {
		...headers,
		...(first.became === 'entered' && !trial && { location: `${base}/Task/${first.referralId}` }),
	});
}

/** The referral as it stands now, when there is one; else what became of what was sent. */
const shown = async (act: Work, item: ExchangeItem) =>
	item.referralId
		? taskOf(await act((here) => exportReferral(here, item.referralId ?? '')))
		: itemOutcome(item);
