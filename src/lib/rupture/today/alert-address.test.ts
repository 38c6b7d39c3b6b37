import { expect, test } from 'vitest';
import { ruleIds, ruleOf } from '../rule.ts';
import { addressOf, formOf } from './alert-address.ts';

const led = { pathwayId: 'p', referralId: null, subjectKind: 'pathways', subject: 'p', leads: true };

test.each(ruleIds)('both actions of %s lead somewhere for whoever leads', (id) => {
	for (const action of ruleOf(id).actions) {
		const where = { ...led, referralId: 'r' };
		expect(addressOf(action, where), action).toMatch(/^\/(parcours\/p|orientations\/r)/);
	}
});

test('a step is moved in place, or on its own form; a pause on the page of the state', () => {
	const step = { ...led, subjectKind: 'steps', subject: 's' };
	expect(formOf('say-done', step)).toBe('finish');
	expect(addressOf('postpone-step', step)).toBe('/parcours/p/etapes?etape=s');
	expect(addressOf('say-done', led)).toBe('/parcours/p/etat');
	expect(addressOf('refer-elsewhere', { ...led, referralId: 'r' })).toBe('/parcours/p/orienter?suite=r');
});

test('who only sent the request goes to the request', () => {
	const sent = { ...led, referralId: 'r', leads: false };
	expect(addressOf('refer-elsewhere', sent)).toBe('/orientations/r');
	expect(formOf('call-person', sent)).toBeUndefined();
	expect(addressOf('plan-step', { ...sent, referralId: null })).toBeUndefined();
});
