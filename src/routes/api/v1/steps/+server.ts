import { answerNewStep, answerSteps } from '#lib/pathway/exchange/server/answer-steps.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) => answerSteps(event);
export const POST: RequestHandler = (event) => answerNewStep(event);
