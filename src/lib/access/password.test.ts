import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewPassword, passwordBlockedBy, TypedPassword, wordsAbout } from './password.ts';
import { estimator } from './server/estimator.ts';

const awa = { email: 'awa.diallo@maison-du-canal.test', name: 'Awa Diallo-Ndiaye' };
const estimate = await estimator();
const blocked = (password: string) => passwordBlockedBy(password, awa, estimate);

test.each([
	['azerty', 'access.password-short'],
	['onze lettre', 'access.password-short'],
	['a'.repeat(257), 'access.password-long'],
	['le vélo rouge de Diallo', 'access.password-about-you'],
	['le vélo rouge de DIÁLLO', 'access.password-about-you'],
	['quatre tortues au canal', 'access.password-about-you'],
	['mes Passerelles du soir', 'access.password-about-you'],
	['motdepasse123', 'access.password-weak'],
	['azertyuiop12', 'access.password-weak'],
	['aaaaaaaaaaaaaaaaaaaaaaaa', 'access.password-weak'],
	['12/05/1984 12/05/1984', 'access.password-weak'],
] as const)('« %s » is refused: %s', (password, reason) => {
	expect(blocked(password)).toBe(reason);
});

test.each([
	'trois lapins dansent sous la pluie',
	'kV9$xqLm2#Rt',
	'cheval correct batterie agrafe',
	'n7!fR-2wPz&e4',
])('« %s » is accepted, whatever it is made of', (password) => expect(blocked(password)).toBeUndefined());

test('a password of the common list is named as such', () => {
	expect(passwordBlockedBy('common', awa, () => ({ bits: 90, common: true }))).toBe('access.password-short');
	expect(passwordBlockedBy('qwerty123456', awa, () => ({ bits: 90, common: true }))).toBe(
		'access.password-common',
	);
	expect(estimate('qwerty123456', [])).toMatchObject({ common: true });
});

test('the bound is 50 bits', () => {
	const at = (bits: number) => passwordBlockedBy('douze signes', awa, () => ({ bits, common: false }));
	expect([at(49.9), at(50)]).toEqual(['access.password-weak', undefined]);
});

test('short words about the person forbid nothing', () => {
	expect(wordsAbout({ email: 'bo@x.test', name: 'Bo Li' })).not.toContain('li');
});

describe('an input of any size', () => {
	test('costs a bounded time to judge', () => {
		const start = performance.now();
		estimate('aB3$'.repeat(2500), []);
		expect(performance.now() - start).toBeLessThan(1000);
	});

	test('is cut when typed to sign in, never when chosen', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 257, maxLength: 10_000 }), (typed) => {
				expect(TypedPassword.parse(typed).length).toBeGreaterThan(256 - 100);
				expect(TypedPassword.parse(typed).length).toBeLessThan(2000);
				expect(NewPassword.parse(typed)).toBe(typed.normalize('NFC'));
			}),
		);
	});

	test('typed as it was chosen, it stays the same', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 12, maxLength: 256 }), (typed) => {
				expect(TypedPassword.parse(typed)).toBe(NewPassword.parse(typed));
			}),
		);
	});
});
