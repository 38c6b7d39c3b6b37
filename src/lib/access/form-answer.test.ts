import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { answerForm } from './form-answer.ts';

const refusing = (refusal: unknown) => () => Promise.reject(refusal);

test('an expected no is a sentence beside its field; what was typed comes back, secrets do not', async () => {
	const typed = { email: 'awa@exemple.test', password: 'secret', code: '123456', role: undefined };
	expect(await answerForm(typed, refusing(new Refusal(422, 'access.password-wrong')))).toEqual({
		ok: false,
		status: 422,
		errors: { password: 'Ce n’est pas votre mot de passe actuel. Réessayez.' },
		values: { email: 'awa@exemple.test' },
		lists: {},
	});
});

test('a sentence about the whole says how long to wait', async () => {
	const one = await answerForm({}, refusing(new Refusal(429, 'access.too-many-tries', { minutes: 1 })));
	const many = await answerForm({}, refusing(new Refusal(429, 'access.too-many-tries', { minutes: 12 })));
	expect(one).toMatchObject({ errors: { form: expect.stringContaining('Attendez une minute,') } });
	expect(many).toMatchObject({
		status: 429,
		errors: { form: expect.stringContaining('Attendez 12 minutes,') },
	});
});

test('a bug stays a bug', async () => {
	await expect(answerForm({}, refusing(new TypeError('bug')))).rejects.toThrow('bug');
});

test('work that succeeds gives its value', async () => {
	expect(await answerForm({}, async () => 7)).toEqual({ ok: true, value: 7 });
});
