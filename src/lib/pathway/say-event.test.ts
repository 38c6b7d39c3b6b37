import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referralStates } from './referrals/referral.ts';
import { saysEvent } from './say-event.ts';
import { stepStates } from './steps/step.ts';

/** The names of the events that the timeline shows, read where they are declared. */
const declared = [
	...readFileSync(new URL('../server/events.ts', import.meta.url), 'utf8').matchAll(
		/^\t'((?:pathway|goal|step|assessment|relay|note|attachment|appointment|document|referral)\.[a-z-]+)'/gm,
	),
].flatMap(([, name]) => name ?? []);

test('every event of a pathway has its own sentence', () => {
	expect(declared.length).toBeGreaterThan(20);
	expect(declared.filter((name) => saysEvent(name, {}) === saysEvent('pathway.unheard-of', {}))).toEqual([]);
});

test('a move tells where it led', () => {
	const steps = stepStates.filter((state) => state !== 'proposed');
	const referrals = referralStates.filter((state) => state !== 'draft');
	const tell = (name: string, states: readonly string[]) =>
		states.map((to) => saysEvent(name, { from: 'x', to }));
	expect(new Set(tell('step.moved', steps)).size).toBe(steps.length);
	expect(new Set(tell('referral.moved', referrals)).size).toBe(referrals.length);
	expect(saysEvent('step.moved', { to: 'done' })).toBe('Étape réalisée');
	expect(saysEvent('step.moved', { to: '<b>' })).toBe('Étape mise à jour');
	expect(saysEvent('step.moved', null)).toBe('Étape mise à jour');
});
