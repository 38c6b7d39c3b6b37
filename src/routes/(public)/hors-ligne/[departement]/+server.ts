import { answerList } from '#lib/directory/offline/server/answer-list.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ locals, params }) =>
	locals.act((act) => answerList(act, params.departement, `${locals.origin}/hors-ligne`));
