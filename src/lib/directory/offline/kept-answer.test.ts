import { expect, test } from 'vitest';
import { type Answered, asKept, mayBeKept } from './kept-answer.ts';
import { writeList, writeListPage } from './list-page.ts';

const answer = (headers: Record<string, string> = {}, different: Partial<Answered> = {}): Answered => ({
	status: 200,
	type: 'basic',
	redirected: false,
	url: 'https://passerelles.test/hors-ligne/62',
	headers: new Headers({ 'content-type': 'text/html; charset=utf-8', ...headers }),
	...different,
});

test('a list may be kept', () => {
	expect(mayBeKept(answer({ 'cache-control': 'private, no-cache' }))).toBe(true);
	expect(mayBeKept(answer({}, { url: 'https://passerelles.test/hors-ligne/2A' }))).toBe(true);
	expect(mayBeKept(answer({}, { url: 'https://passerelles.test/hors-ligne/974' }))).toBe(true);
});

test('an answer that is for somebody, or no list, is never kept', () => {
	for (const refused of [
		answer({ 'cache-control': 'no-store' }),
		answer({ 'content-type': 'application/json' }),
		answer({}, { status: 503 }),
		answer({}, { redirected: true }),
		answer({}, { type: 'opaque' }),
		answer({}, { url: 'https://passerelles.test/mon-chemin' }),
		answer({}, { url: 'https://passerelles.test/hors-ligne' }),
		answer({}, { url: 'https://passerelles.test/hors-ligne/62/../mon-chemin' }),
	])
		expect(mayBeKept(refused)).toBe(false);
});

test('only the phone that keeps it shows how to erase it', () => {
	const page = writeListPage(writeList([]), { name: 'Aisne', address: '/hors-ligne', at: new Date(0) });
	expect(page).toContain('<div class=notice hidden>');
	expect(asKept(page)).toContain('<div class=notice><p>Vous lisez la liste gardée');
});
