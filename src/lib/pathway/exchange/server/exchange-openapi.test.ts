import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { wholeOpenApi } from '#lib/directory/publishing/server/openapi.ts';
import { exchangeOpenApi } from './exchange-openapi.ts';
import { answerIn, type referralAnswers } from './referral-answers.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(JSON.parse(JSON.stringify(wholeOpenApi('https://exemple.fr', exchangeOpenApi))), 'api');
const sentTo = (path: string) =>
	ajv.compile({
		$ref: `api#/paths/${path.replaceAll('/', '~1')}/post/requestBody/content/application~1json/schema`,
	});

const day = '2026-12-01';
const words = 'Une phrase';
const samples: Record<keyof typeof referralAnswers, object> = {
	review: {},
	accept: { contactName: 'Samira', firstContactOn: day },
	'waiting-list': { words, waitingUntil: day },
	refuse: { reasonCode: 'capacity', words, noneKnown: true },
	ask: { words },
	reply: { words },
	extend: { words },
	attempt: { channel: 'phone', onDay: day },
	'first-contact': { metOn: day },
	suspend: { words, reviewOn: day },
	complete: { words },
	fail: { reasonCode: 'unreachable', words },
};

test.each(Object.entries(samples))('the document and the code read « %s » alike', (answer, told) => {
	const validate = sentTo('/api/v1/referrals/{id}/answers');
	expect(validate({ answer, ...told }), JSON.stringify(validate.errors)).toBe(true);
	expect(answerIn({ answer, ...told })).toBeTypeOf('function');
	for (const body of [{ answer, ...told, surname: 'x' }, { ...told }]) {
		expect(validate(body)).toBe(false);
		expect(() => answerIn(body)).toThrow();
	}
});

test('a step and its moves are told as they are read', () => {
	const step = sentTo('/api/v1/steps');
	const pathwayId = crypto.randomUUID();
	expect(step({ pathwayId, words, owner: 'me', dueOn: day })).toBe(true);
	expect(step({ pathwayId, words, owner: 'someone', dueOn: day })).toBe(false);
	const move = sentTo('/api/v1/steps/{id}/moves');
	for (const body of [{ to: 'done' }, { to: 'postponed', dueOn: day }]) expect(move(body)).toBe(true);
	expect(move({ to: 'postponed' })).toBe(false);
	expect(move({ to: 'forgotten' })).toBe(false);
});

test('what is sent to a webhook holds identifiers and kinds, and no name', () => {
	for (const event of Object.values(exchangeOpenApi.webhooks))
		expect(JSON.stringify(event)).not.toMatch(/name"?:"(?!webhook-)|personName|words|phone/);
});
