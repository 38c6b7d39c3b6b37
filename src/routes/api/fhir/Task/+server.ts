import { asReferrer, fhirAnswer } from '#lib/pathway/formats/server/fhir-answer.ts';
import { answerImport } from '#lib/pathway/formats/server/import-answer.ts';
import { searchTasks } from '#lib/pathway/formats/server/search-tasks.ts';
import { listed, TaskSearch } from '#lib/pathway/formats/task-search.ts';
import { parseQuery } from '#lib/server/api/parse-query.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) =>
	asReferrer(event, async (act) => {
		const search = parseQuery(TaskSearch, event.url, listed);
		const asked = new URL(event.url.pathname + event.url.search, event.locals.origin);
		return fhirAnswer(await act((here) => searchTasks(here, search, asked)));
	});

export const POST: RequestHandler = (event) => answerImport(event);
