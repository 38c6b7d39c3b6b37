import { expect, test } from 'vitest';
import { sampleEntry } from '../search/sample-entry.ts';
import { mostBytes } from './kept-answer.ts';
import { writeList, writeListPage } from './list-page.ts';

const frame = {
	name: 'Aisne',
	address: 'https://passerelles.test/hors-ligne',
	at: new Date('2026-11-24T12:45:00Z'),
};
const food = 'equipement-et-alimentation--alimentation';
const bytes = (text: string): number => new TextEncoder().encode(text).length;

test('a place is written under its need and its commune, with what helps to call and to go', () => {
	const entry = sampleEntry({
		topics: [food],
		phone: '+33323000000',
		openingHours: 'Mo-Fr 09:00-12:00',
		fee: 'free',
		welcome: 'unconditional',
		languages: ['ar', 'en'],
	});
	const page = writeListPage(writeList([entry]), frame);
	expect(page).toMatch(/<summary>Manger, s’habiller \(1\)<\/summary><details><summary>Laon \(1\)/);
	expect(page).toContain('<a class=call href="tel:+33323000000">03');
	for (const words of ['3 rue du Bourg, 02000 Laon', 'Lundi à vendredi', 'Gratuit. Ouvert à tous'])
		expect(page).toContain(words);
	expect(page).toMatch(/Langues\s: arabe, anglais\./);
	expect(page).toMatch(/Liste du <time datetime="2026-11-24T12:45:00.000Z">24 novembre 2026 à 13:45<\/time>/);
});

test('what somebody wrote in the directory stays words', () => {
	const entry = sampleEntry({ name: '<script>alert(1)</script>', phone: '"><img src=x>' });
	const page = writeListPage(writeList([entry]), { ...frame, name: '</title><b>' });
	expect(page).not.toMatch(/<script|<img|<\/title><b>/);
	expect(page).toContain('&lt;script&gt;');
});

test('six thousand places fill what a phone keeps, never more, and what is left out is counted', () => {
	const entries = Array.from({ length: 6000 }, (_, i) =>
		sampleEntry({
			id: `${i}`,
			name: `Accueil numéro ${i} « é&è »`,
			topics: i % 3 === 0 ? [food, 'sante--acces-aux-soins'] : [food],
			summary: 'Une aide qui tient en deux phrases. '.repeat(5),
			communeName: `Commune ${i}`,
			phone: '03 23 00 00 00',
		}),
	);
	const list = writeList(entries);
	const page = writeListPage(list, frame);
	expect(bytes(page)).toBeLessThanOrEqual(mostBytes);
	expect(bytes(page)).toBeGreaterThan(mostBytes * 0.9);
	expect(list.places + list.left).toBe(6000);
	expect(list.left).toBeGreaterThan(0);
	expect(page).toMatch(/lieux ne tiennent pas dans cette liste\. Cherchez-les avec Internet\./);
});
