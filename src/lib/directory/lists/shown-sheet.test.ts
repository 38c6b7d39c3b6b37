import { describe, expect, test } from 'vitest';
import { aService } from '#lib/testing/directory.ts';
import { sheetLabels, sheetLanguage, sheetLanguages } from '#lib/texts/sheet.ts';
import type { KnownService } from '../server/services.ts';
import type { Service } from '../service.ts';
import { showSheet } from './shown-sheet.ts';

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
		},
	};
};
const only = (service: KnownService, language: 'fr' | 'ar' | 'en' | 'uk') =>
	showSheet([service], language).services[0]!;

test('labels and days are in the person’s language, French beside them, right to left in Arabic', () => {
	const service = known({ openingHours: 'Mo 09:00-12:00,13:30-17:00; PH off', languages: ['ar', 'fsl'] });
	const { direction, labels } = showSheet([service], 'ar');
	expect([direction, labels.address]).toEqual(['rtl', { text: 'العنوان', french: 'Adresse' }]);
	const { week, languages, price } = only(service, 'ar');
	expect(week[0]?.day).toEqual({ text: 'الاثنين', french: 'lundi' });
	expect(week[0]?.spans.replace(/\s/g, ' ')).toBe('09:00 – 12:00, 13:30 – 17:00');
	expect(week[1]?.spans).toBe('مغلق');
	expect(week.at(-1)?.day).toEqual({ text: 'أيام العطل الرسمية', french: 'Jours fériés' });
	expect(languages).toBe('العربية, لغة الإشارة الفرنسية');
	expect(price).toEqual({ text: 'مجاني', french: 'Gratuit' });
	expect(showSheet([service], 'uk').direction).toBe('ltr');
});

test('a French sheet says each thing once', () => {
	expect(showSheet([known()], 'fr').labels.phone).toEqual({ text: 'Téléphone', french: null });
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

test('an unknown language is French', () => {
	expect(sheetLanguage('xx')).toBe('fr');
});

describe.each(sheetLanguages)('%s', (language) => {
	test('says everything, in its own words', () => {
		const [told, french] = [sheetLabels(language), sheetLabels('fr')];
		expect(Object.keys(told).sort()).toEqual(Object.keys(french).sort());
		expect(Object.values(told).every((text) => text.trim() !== '')).toBe(true);
		expect(told.from).toContain('{time}');
		expect(told.callFirst === french.callFirst).toBe(language === 'fr');
	});
});
