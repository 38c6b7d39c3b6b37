import { answerReferralMove } from '#lib/pathway/exchange/server/answer-referrals.ts';
import type { RequestHandler } from './$types.ts';

export const POST: RequestHandler = (event) => answerReferralMove(event, event.params.id);
