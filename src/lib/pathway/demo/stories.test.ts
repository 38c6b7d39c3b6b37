import { expect, test } from 'vitest';
import { fictionalPhone } from '#lib/directory/demo/contacts.ts';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';
import { demoFollowed } from './people.ts';
import { demoStories } from './stories.ts';

const told = demoStories({ seed: 62, year: 2026 });

test('the same seed tells the same histories, another seed others', () => {
	expect(demoStories({ seed: 62, year: 2026 })).toEqual(told);
	expect(demoStories({ seed: 63, year: 2026 })).not.toEqual(told);
});

test('sixty first names, all different, without a surname, each with a sentence of their own', () => {
	expect(new Set(demoFollowed.map(({ name }) => name)).size).toBe(60);
	expect(new Set(demoFollowed.map(({ words }) => words)).size).toBe(60);
	expect(demoFollowed.filter(({ name }) => /\s/.test(name))).toEqual([]);
});

test('telephones are kept for fiction, and nothing looks like a social security number', () => {
	const sheets = told.flatMap(({ scenes }) =>
		scenes.flatMap((scene) => (scene.do === 'sheet' ? [scene.sheet] : [])),
	);
	const phones = sheets.flatMap(({ phone }) => phone || []);
	expect(phones.length).toBeGreaterThan(30);
	expect(phones.filter((phone) => !fictionalPhone.test(phone))).toEqual([]);
	expect(JSON.stringify(told).split('"').filter(looksLikeNir)).toEqual([]);
});

test('nobody does anything before the history began, nor after loading', () => {
	for (const { opened, scenes } of told)
		expect(scenes.filter(({ day }) => day < -opened || day > 0)).toEqual([]);
});
