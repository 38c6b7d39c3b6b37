import { onceTogether } from '#lib/access/server/once.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import { parseQuery } from '#lib/server/api/parse-query.ts';
import { ChangesQuery } from '../changes-query.ts';
import { answerChanges, answerOne } from './answer-read.ts';
import { type ActingAs, type Asked, asPartner } from './as-partner.ts';
import { versionRead } from './if-match.ts';
import { jsonOf, readBody } from './read-body.ts';
import { pushMove, pushStep, SentMove, SentStep } from './sent-steps.ts';
import { findToldStep, listToldSteps } from './told-steps.ts';

/** `GET /api/v1/steps`: those of the pathways that the organisation of the key leads or shares, as they change. */
export const answerSteps = (event: Asked, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'steps',
		async (act) => {
			const asked = parseQuery(ChangesQuery, event.url);
			const items = await act((here) => listToldSteps(here, asked));
			return answerChanges(event.request, items, asked);
		},
		actingAs,
	);

/** `GET /api/v1/steps/{id}` */
export const answerStep = (event: Asked, id: string, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'steps',
		async (act) => answerOne(event.request, await act((here) => findToldStep(here, uuidOf(id)))),
		actingAs,
	);

/** `POST /api/v1/steps`: answers the step proposed, and where it is read. */
export const answerNewStep = (event: Asked, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'steps',
		(act) =>
			onceTogether(event, act, async () => {
				const step = readBody(SentStep, await jsonOf(event.request));
				return async (here) => {
					const told = await findToldStep(here, await pushStep(here, step));
					const location = `${event.locals.origin}/api/v1/steps/${told.id}`;
					return answerOne(event.request, told, 201, { location });
				};
			}),
		actingAs,
	);

/** `POST /api/v1/steps/{id}/moves`: the same gestures as on the screens; answers the step as it then stands. */
export const answerStepMove = (event: Asked, id: string, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'steps',
		(act) =>
			onceTogether(event, act, async () => {
				const version = versionRead(event.request);
				const move = readBody(SentMove, await jsonOf(event.request));
				return async (here) => {
					await pushMove(here, uuidOf(id), version, move);
					return answerOne(event.request, await findToldStep(here, id));
				};
			}),
		actingAs,
	);
