import { answerStep } from '#lib/pathway/exchange/server/answer-steps.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) => answerStep(event, event.params.id);
