import { answerReferral } from '#lib/pathway/exchange/server/answer-referrals.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) => answerReferral(event, event.params.id);
