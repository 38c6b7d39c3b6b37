import { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';

/** JSON Schema 2020-12 of what is sent to us, or of what we answer: they are the same. */
export function written(schema: z.ZodType): Record<string, unknown> {
	const { $schema: _, ...told } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	return told;
}

/** The parameters of an address, as the schema that reads them says. */
export const queryOf = (schema: z.ZodType): object[] =>
	Object.entries((written(schema).properties ?? {}) as Record<string, object>).map(([name, told]) => ({
		name,
		in: 'query',
		schema: told,
		description: translate(`api.parameter.${name}` as TextKey),
	}));

export const inPath = (name: string): object => ({
	name,
	in: 'path',
	required: true,
	schema: { type: 'string' },
	description: translate(`api.parameter.path.${name}` as TextKey),
});

export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What a room above this one adds to the document of the API. */
export interface OpenApiPart {
	readonly tag: string;
	readonly paths: Readonly<Record<string, object>>;
	readonly schemas: Readonly<Record<string, object>>;
	readonly webhooks: Readonly<Record<string, object>>;
}

const problem = (key: TextKey) => ({
	description: translate(key),
	content: { 'application/problem+json': { schema: schemaRef('problem') } },
});

/** The problems that an operation may answer, by their status. */
export const problems = (
	...statuses: readonly (400 | 401 | 403 | 404 | 409 | 412 | 422 | 428 | 503)[]
): Record<string, object> =>
	Object.fromEntries([...statuses, 429 as const].map((status) => [status, problem(`api.problem.${status}`)]));

/** An answer under an ETag: its body, or nothing when it is known already. */
export const kept = (content: Readonly<Record<string, object>>): Record<string, object> => ({
	200: { description: translate('api.answer'), content },
	304: { description: translate('api.answer.304') },
});

export const problemSchema = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	code: z.string(),
	detail: z.string(),
	parameters: z
		.array(z.object({ name: z.string(), detail: z.string(), accepted: z.array(z.string()).optional() }))
		.optional(),
});
