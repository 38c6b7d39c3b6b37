import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anOrganisation, aService } from '#lib/testing/directory.ts';
import { editableFields } from '../fields.ts';
import { controls, sections } from './controls.ts';
import { entryFormOf } from './entry-form-data.ts';
import { mergeEdits } from './merge-edits.ts';
import { readEntryForm } from './read-entry-form.ts';

const service = aService('s', 'a', {
	description: 'Une aide au permis.',
	openingHours: 'Mo-Fr 09:00-12:00',
	closures: [{ from: '2026-12-24', to: '2026-12-31', reason: 'fêtes' }],
	stops: [
		{
			name: 'Marché',
			address: null,
			communeCode: '62498',
			longitude: 2.83,
			latitude: 50.43,
			openingHours: null,
			dates: ['2026-12-01', '2026-12-15'],
		},
	],
	languages: ['fr', 'ar'],
	weeklyHours: 2.5,
});
const organisation = anOrganisation('a', {
	description: 'Une maison.',
	offers: [
		{
			kind: 'immersion',
			title: 'Cuisine',
			romeCode: 'G1602',
			description: null,
			accepts: ['beginners'],
			places: 2,
			until: null,
		},
	],
	resources: [{ direction: 'offered', kind: 'premises', title: 'Une salle', description: null, until: null }],
});

test('every field of an entry is somewhere in its form, once', () => {
	for (const kind of ['service', 'organisation'] as const) {
		const shown = sections[kind].flatMap(({ fields }) => fields).toSorted();
		expect(shown).toEqual(Object.keys(controls[kind]).toSorted());
		const known = Object.keys(editableFields[kind]);
		expect(known.filter((field) => field !== 'networks').toSorted()).toEqual(shown);
	}
});

const changedBy = (kind: 'service' | 'organisation', data: FormData, drawn: object) => {
	const { typed, errors } = readEntryForm(kind, data);
	expect(errors).toEqual({});
	return mergeEdits(Object.keys(controls[kind]), { ...drawn }, typed, { ...drawn }).changed;
};

test('a form sent as it was drawn changes nothing', () => {
	expect(changedBy('service', entryFormOf('service', service), service)).toEqual({});
	expect(changedBy('organisation', entryFormOf('organisation', organisation), organisation)).toEqual({});
});

test('what is typed is read as people write it', () => {
	const data = entryFormOf('service', service);
	data.set('placesLeft', '4');
	data.set('weeklyHours', '3,5');
	data.set('openingHours', 'du lundi au vendredi 9h-13h');
	data.set('closures.1.from', '1/1/2027');
	data.set('closures.1.to', '');
	data.set('closures.1.reason', 'travaux');
	data.set('closures.count', '3');
	expect(changedBy('service', data, service)).toEqual({
		placesLeft: 4,
		weeklyHours: 3.5,
		openingHours: 'Mo-Fr 09:00-13:00',
		closures: [...service.closures, { from: '2027-01-01', to: null, reason: 'travaux' }],
	});
});

test('what does not fit is said by field, and everything typed comes back', () => {
	const data = entryFormOf('service', service);
	data.set('placesLeft', 'quatre');
	data.set('name', '');
	data.set('closures.0.to', '2026-01-01');
	const { errors, typed } = readEntryForm('service', data);
	expect(Object.keys(errors).toSorted()).toEqual(['closures', 'name', 'placesLeft']);
	expect(errors.closures).toMatch(/ligne 1/);
	expect(typed).toMatchObject({ placesLeft: 'quatre', name: null });
});

test('any form at all gets an answer', () => {
	const name = fc.oneof(
		fc.constantFrom(
			...Object.keys(controls.service),
			'closures.count',
			'closures.0.from',
			'stops.0.latitude',
		),
		fc.string(),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
			const data = new FormData();
			for (const [field, value] of pairs) data.append(field, value);
			const { typed } = readEntryForm('service', data);
			expect(Object.keys(typed)).toEqual(Object.keys(controls.service));
		}),
	);
});
