import { answerStepMove } from '#lib/pathway/exchange/server/answer-steps.ts';
import type { RequestHandler } from './$types.ts';

export const POST: RequestHandler = (event) => answerStepMove(event, event.params.id);
