import { onceTogether } from '#lib/access/server/once.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import { parseQuery } from '#lib/server/api/parse-query.ts';
import { holdReferral } from '../../referrals/server/referrals.ts';
import { ChangesQuery } from '../changes-query.ts';
import { answerChanges, answerOne } from './answer-read.ts';
import { type ActingAs, type Asked, asPartner } from './as-partner.ts';
import { refuseChanged, versionRead } from './if-match.ts';
import { jsonOf } from './read-body.ts';
import { answerIn } from './referral-answers.ts';
import { findToldReferral, listToldReferrals } from './told-referrals.ts';

/** `GET /api/v1/referrals`: those that the organisation of the key sent or received, as they change. */
export const answerReferrals = (event: Asked, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'referrals',
		async (act) => {
			const asked = parseQuery(ChangesQuery, event.url);
			const items = await act((here) => listToldReferrals(here, asked));
			return answerChanges(event.request, items, asked);
		},
		actingAs,
	);

/** `GET /api/v1/referrals/{id}` */
export const answerReferral = (event: Asked, id: string, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'referrals',
		async (act) => answerOne(event.request, await act((here) => findToldReferral(here, uuidOf(id)))),
		actingAs,
	);

/** `POST /api/v1/referrals/{id}/answers`: the same moves as on the screens; answers the referral as it then stands. */
export const answerReferralMove = (event: Asked, id: string, actingAs?: ActingAs): Promise<Response> =>
	asPartner(
		event,
		'referrals',
		(act) =>
			onceTogether(event, act, async () => {
				const read = versionRead(event.request);
				const doing = answerIn(await jsonOf(event.request));
				return async (here) => {
					await findToldReferral(here, uuidOf(id));
					refuseChanged(read, await holdReferral(here, id));
					await doing(here, id);
					return answerOne(event.request, await findToldReferral(here, id));
				};
			}),
		actingAs,
	);
