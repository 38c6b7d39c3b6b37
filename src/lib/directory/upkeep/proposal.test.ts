import { expect, test } from 'vitest';
import { proposableFields, publishesContact, readProposal } from './proposal.ts';

const today = '2026-11-23';
const shown = {
	name: 'Aide au permis',
	phone: '03 20 00 00 00',
	openingHours: null,
	description: 'Une\naide.',
};
const read = (typed: Record<string, string>) => readProposal('service', shown, typed, today);

test('only what differs from what was shown is proposed', () => {
	expect(read({ name: 'Aide au permis', phone: ' 03 20 11 11 11 ', description: 'Une\r\naide.' })).toEqual({
		fields: [{ field: 'phone', before: '03 20 00 00 00', proposed: '03 20 11 11 11' }],
		errors: {},
	});
	expect(read({})).toEqual({ fields: [], errors: {} });
});

test('an information emptied is proposed as absent, one that must be there is refused', () => {
	expect(read({ phone: '' }).fields).toEqual([{ field: 'phone', before: '03 20 00 00 00', proposed: null }]);
	expect(read({ name: '' })).toEqual({ fields: [], errors: { name: 'fields.missing' } });
});

test('hours typed in French are read; those that are not clear are kept in words', () => {
	expect(read({ openingHours: 'lundi au vendredi 9h-12h' }).fields).toEqual([
		{ field: 'openingHours', before: null, proposed: 'Mo-Fr 09:00-12:00' },
	]);
	expect(read({ openingHours: 'plutôt le matin', words: 'Appelez avant.' }).fields).toEqual([
		{ field: 'words', before: null, proposed: 'Appelez avant.\nplutôt le matin' },
	]);
});

test('closed for good is proposed with its day', () => {
	expect(read({ closed: 'true' }).fields).toEqual([{ field: 'closed', before: null, proposed: today }]);
});

test('fields that the page did not show are not taken, whatever is sent', () => {
	expect(read({ email: 'pirate@exemple.fr', confidential: 'true', sourceId: 'x' }).fields).toEqual([]);
});

test('what is private is neither asked nor published', () => {
	expect(proposableFields('service', true)).not.toContain('phone');
	expect(proposableFields('organisation', true)).not.toContain('email');
	expect(publishesContact('phone', true)).toBe(true);
	expect(publishesContact('phone', false)).toBe(false);
	expect(publishesContact('conditions', true)).toBe(false);
});
