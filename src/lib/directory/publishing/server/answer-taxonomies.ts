import { Refusal } from '#lib/refusal.ts';
import { answering } from '#lib/server/api/answering.ts';
import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { ndjsonAnswer } from '#lib/server/api/ndjson-answer.ts';
import { taxonomies, taxonomyTerms, taxonomyWithId, termWithId } from '../../formats/hsds-taxonomies.ts';
import { pageOf } from '../envelope.ts';
import { folded, wordsOf } from '../folded.ts';
import { askedOf, taxonomyParameters, termParameters } from './hsds-parameters.ts';

/** These lists change with the application only. */
const maxAge = 3600;

/** `GET` and `POST /taxonomies`. */
export const answerTaxonomies = (request: Request): Promise<Response> =>
	answering(async () => {
		const asked = await askedOf(taxonomyParameters, request);
		return answerList(request, taxonomies, asked);
	});

/** `GET /taxonomies/{id}`. */
export const answerTaxonomy = (request: Request, id: string): Promise<Response> =>
	answering(async () => {
		const taxonomy = taxonomyWithId(id);
		if (!taxonomy) throw new Refusal(404, 'api.hsds.no-taxonomy');
		return jsonAnswer(request, taxonomy, { maxAge });
	});

const parents = new Set(taxonomyTerms.map((term) => term.parent_id));

/** `GET` and `POST /taxonomy_terms`. `top_only` asks for terms without children, as HSDS 3.1 describes it. */
export const answerTerms = (request: Request): Promise<Response> =>
	answering(async () => {
		const asked = await askedOf(termParameters, request);
		const terms = taxonomyTerms.filter(
			({ id, taxonomy_id, parent_id }) =>
				(asked.taxonomy_id === undefined || taxonomy_id === asked.taxonomy_id) &&
				(asked.parent_id === undefined || parent_id === asked.parent_id) &&
				(!asked.top_only || !parents.has(id)),
		);
		return answerList(request, terms, asked);
	});

/** `GET /taxonomy_terms/{id}`. */
export const answerTerm = (request: Request, id: string): Promise<Response> =>
	answering(async () => {
		const term = termWithId(id);
		if (!term) throw new Refusal(404, 'api.hsds.no-term');
		return jsonAnswer(request, term, { maxAge });
	});

interface Asked {
	readonly search?: string | undefined;
	readonly format: 'json' | 'ndjson';
	readonly page: number;
	readonly per_page: number;
}

function answerList(
	request: Request,
	all: readonly { readonly name: string; readonly description: string }[],
	{ search, format, page, per_page }: Asked,
): Response {
	const words = wordsOf(search ?? '');
	const found = all.filter(({ name, description }) => {
		const text = folded(`${name} ${description}`);
		return words.every((word) => text.includes(word));
	});
	if (format === 'ndjson') return ndjsonAnswer(request, [found]);
	return jsonAnswer(request, pageOf(found, page, per_page), { maxAge });
}
