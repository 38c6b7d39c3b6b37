import { toldOf } from '#lib/directory/publishing/server/openapi-others.ts';
import {
	inPath,
	kept,
	type OpenApiPart,
	problems,
	queryOf,
	schemaRef,
	written,
} from '#lib/directory/publishing/server/openapi-parts.ts';
import { followedEvents } from '#lib/directory/webhooks/webhook.ts';
import { translate } from '#lib/texts/translator.ts';
import { ChangesQuery } from '../changes-query.ts';
import { ToldReferral } from '../told-referral.ts';
import { ToldStep } from '../told-step.ts';
import { referralAnswers } from './referral-answers.ts';
import { SentMove, SentStep } from './sent-steps.ts';

const tag = translate('pathway-api.tag');
const withKey = { security: [{ key: [] }], tags: [tag] };
const text = { type: 'string' } as const;
const json = (schema: object) => ({ 'application/json': { schema } });

const header = (name: string, description: string, required = true) => ({
	name,
	in: 'header',
	required,
	schema: text,
	description,
});
const idempotencyKey = header('Idempotency-Key', translate('pathway-api.header.key'));
const ifMatch = header('If-Match', translate('pathway-api.header.match'));
const ifNoneMatch = header('If-None-Match', translate('pathway-api.header.known'), false);

/** A page of what has changed: `next` is given back as `since`. */
const changesOf = (name: string) => ({
	type: 'object',
	required: ['items', 'next', 'more'],
	properties: {
		items: { type: 'array', items: schemaRef(name) },
		next: { type: ['string', 'null'] },
		more: { type: 'boolean' },
	},
});

const listing = (operationId: 'referrals' | 'steps', name: string) => ({
	...withKey,
	operationId,
	summary: translate(`api.operation.${operationId}`),
	parameters: [...queryOf(ChangesQuery), ifNoneMatch],
	responses: { ...kept(json(changesOf(name))), ...problems(400, 401, 403) },
});

const reading = (operationId: 'referral' | 'step') => ({
	...withKey,
	operationId,
	summary: translate(`api.operation.${operationId}`),
	parameters: [ifNoneMatch],
	responses: { ...kept(json(schemaRef(operationId))), ...problems(401, 403, 404) },
});

const writing = (
	operationId: 'answer-referral' | 'propose-step' | 'move-step',
	body: object,
	name: 'referral' | 'step',
	status: 200 | 201 = 200,
) => ({
	...withKey,
	operationId: operationId.replace('-', '_'),
	summary: translate(`api.operation.${operationId}`),
	parameters: status === 201 ? [idempotencyKey] : [idempotencyKey, ifMatch],
	requestBody: { required: true, content: json(body) },
	responses: {
		[status]: { description: translate('api.answer'), content: json(schemaRef(name)) },
		...problems(400, 401, 403, 404, 409, ...(status === 201 ? [] : ([412, 428] as const)), 422),
	},
});

interface ObjectSchema {
	readonly properties?: Readonly<Record<string, object>>;
	readonly required?: readonly string[];
}

/** Each answer by its name, with what it says beside it. */
const answers = {
	oneOf: Object.entries(referralAnswers).map(([name, { schema }]) => {
		const { properties = {}, required = [], ...told }: ObjectSchema = written(schema);
		return {
			...told,
			properties: { answer: { const: name }, ...properties },
			required: ['answer', ...required],
		};
	}),
};

const id = { type: 'string', format: 'uuid' } as const;
const told = {
	referral: { type: 'object', required: ['kind'], properties: { kind: { const: 'referral' } } },
	step: {
		type: 'object',
		required: ['kind', 'pathwayId'],
		properties: { kind: { const: 'step' }, pathwayId: id },
	},
} as const;

/** What this room adds to the document of the API, from the schemas that read and write it. */
export const exchangeOpenApi: OpenApiPart = {
	tag,
	paths: {
		'/api/v1/referrals': { get: listing('referrals', 'referral') },
		'/api/v1/referrals/{id}': { parameters: [inPath('id')], get: reading('referral') },
		'/api/v1/referrals/{id}/answers': {
			parameters: [inPath('id')],
			post: writing('answer-referral', answers, 'referral'),
		},
		'/api/v1/steps': {
			get: listing('steps', 'step'),
			post: writing('propose-step', written(SentStep), 'step', 201),
		},
		'/api/v1/steps/{id}': { parameters: [inPath('id')], get: reading('step') },
		'/api/v1/steps/{id}/moves': {
			parameters: [inPath('id')],
			post: writing('move-step', written(SentMove), 'step'),
		},
	},
	schemas: { referral: written(ToldReferral), step: written(ToldStep) },
	webhooks: Object.fromEntries(
		followedEvents.map((event) => [
			event,
			toldOf(event, event.startsWith('step.') ? told.step : told.referral),
		]),
	),
};
