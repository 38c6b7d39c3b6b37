import { describe, expect, test } from 'vitest';
import { aService } from '#lib/testing/directory.ts';
import { sheetLabels, sheetLanguage, sheetLanguages } from '#lib/texts/sheet.ts';
import type { KnownService } from '../server/services.ts';
import type { Service } from '../service.ts';
import { showSheet } from './shown-sheet.ts';

const day = new Date('2026-11-23T11:00:00Z');

const known = (more: Partial<Service> = {}): KnownService => {
	const { organisationSourceId: _, ...service } = aService('permis', 'lens', more);
	return {
		...service,
		id: 'a',
		verifiedOn: null,
		reviewMonths: 6,
		mergedInto: null,
		goneAt: null,
		organisation: {
			id: 'o',
			name: 'Maison',
			phone: '0321000001',
			email: 'a@b.fr',
			website: null,
			openingHours: null,
			closures: [],
		},
	};
};
const only = (service: KnownService, language: 'fr' | 'ar' | 'en' | 'uk') =>
	showSheet([service], language, day).services[0]!;

test('labels and days are in the person’s language, French beside them, right to left in Arabic', () => {
	const service = known({ openingHours: 'Mo 09:00-12:00,13:30-17:00; PH off', languages: ['ar', 'fsl'] });
	const { direction, labels } = showSheet([service], 'ar', day);
	expect([direction, labels.address]).toEqual(['rtl', { text: 'العنوان', french: 'Adresse' }]);
	const { week, languages, price } = only(service, 'ar');
	expect(week[0]?.day).toEqual({ text: 'الاثنين', french: 'lundi' });
	expect(week[0]?.spans.replace(/\s/g, ' ')).toBe('09:00 – 12:00, 13:30 – 17:00');
	expect(week[1]?.spans).toBe('مغلق');
	expect(week.at(-1)?.day).toEqual({ text: 'أيام العطل الرسمية', french: 'Jours fériés' });
	expect(languages).toBe('العربية, لغة الإشارة الفرنسية');
	expect(price).toEqual({ text: 'مجاني', french: 'Gratuit' });
	expect(showSheet([service], 'uk', day).direction).toBe('ltr');
});

test('a French sheet says each thing once', () => {
	expect(showSheet([known()], 'fr', day).labels.phone).toEqual({ text: 'Téléphone', french: null });
});

test('what is confidential or somebody’s own is not printed', () => {
	const { address, addressNote, phone, email } = only(
		known({ confidential: true, contactPrivate: true }),
		'en',
	);
	expect([address, addressNote?.text, phone, email]).toEqual([[], 'Call to ask for the address', null, null]);
});

test('nobody goes where help is at a distance; hours that are no plain week stay as written', () => {
	const { addressNote, rawHours, week } = only(
		known({ place: null, welcomeModes: ['remote'], openingHours: 'sur demande' }),
		'en',
	);
	expect([addressNote?.text, rawHours, week]).toEqual(['By telephone or internet', 'sur demande', []]);
});

test('a closure is said, with the day it opens again, in our calendar', () => {
	const closures = [{ from: '2026-11-20', to: '2026-12-02', reason: 'Travaux' }];
	expect(only(known({ closures }), 'en').closure).toEqual({
		text: 'Closed. Reopens on 3 December 2026',
		french: 'Fermé. Rouvre le 3 décembre 2026',
	});
	expect(only(known({ closures: [{ ...closures[0]!, to: null }] }), 'uk').closure?.text).toBe('Зачинено');
	expect(showSheet([known({ closures })], 'fa', day).services[0]?.closure?.text).toContain('2026');
	expect(only(known(), 'en').closure).toBeNull();
});

test('an unknown language is French', () => {
	expect(sheetLanguage('xx')).toBe('fr');
});

describe.each(sheetLanguages)('%s', (language) => {
	test('says everything, in its own words', () => {
		const [told, french] = [sheetLabels(language), sheetLabels('fr')];
		expect(Object.keys(told).sort()).toEqual(Object.keys(french).sort());
		expect(Object.values(told).every((text) => text.trim() !== '')).toBe(true);
		expect(told.from).toContain('{time}');
		expect(told.reopens).toContain('{date}');
		expect(told.callFirst === french.callFirst).toBe(language === 'fr');
	});
});
