import { answerReferrals } from '#lib/pathway/exchange/server/answer-referrals.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) => answerReferrals(event);
