import { readFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { keysNamed } from '../scripts/texts-for-browser.ts';
import { fr } from '../src/lib/texts/catalogue.ts';

const named = (program: string) => keysNamed(parseAst(program));

test('a module takes along the sentences that it names, and no other', () => {
	expect(named(`translate('ui.home')`)).toEqual(['ui.home']);
	expect(named(`const needs = [{ labelKey: 'need.food' }]`)).toEqual(['need.food']);
	expect(named(`translate(failed ? 'ui.title_failed' : 'ui.title', { title })`).toSorted()).toEqual([
		'ui.title',
		'ui.title_failed',
	]);
	expect(named(`'not.a.key'; ui.home; "un texte"`)).toEqual([]);
});

test('a template takes along every key that it may form', () => {
	const tags = Object.keys(fr).filter((key) => key.startsWith('ui.tag_'));
	expect(tags.length).toBeGreaterThan(3);
	expect(named(`translate(\`ui.tag_\${kind}\`)`)).toEqual(tags);
	expect(named(`translate(\`ui.about_kept_\${what}_value\`)`).every((key) => key.endsWith('_value'))).toBe(
		true,
	);
});

test('a template that begins with a value takes nothing along', () => {
	expect(named(`\`\${anything}.home\``)).toEqual([]);
	expect(named(`\`translate(\${x}px, \${y}px)\``)).toEqual([]);
});

test('keys are found in what Svelte compiles', () => {
	const { js } = compile(readFileSync('src/lib/ui/Tag.svelte', 'utf8'), {
		generate: 'client',
		filename: 'Tag.svelte',
	});
	expect(named(js.code)).toContain('ui.tag_open');
});
