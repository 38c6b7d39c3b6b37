import { globSync, readFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { leanIcon } from '../scripts/lean-icons.ts';

const folder = 'node_modules/@lucide/svelte/dist/icons';

test('each icon that the house uses is drawn in one piece', () => {
	const sources = globSync('src/**/*.svelte').map((file) => readFileSync(file, 'utf8'));
	const used = new Set(
		sources.flatMap((source) =>
			[...source.matchAll(/@lucide\/svelte\/icons\/([\w-]+)/g)].map(([, name = '']) => name),
		),
	);
	expect(used.size).toBeGreaterThan(10);
	for (const name of used) {
		const lean = leanIcon(readFileSync(`${folder}/${name}.svelte`, 'utf8')) ?? '';
		expect(lean, name).toMatch(/<(path|circle|rect|line|polyline|polygon|ellipse) [^>]+\/>/);
		compile(lean, { filename: `${name}.svelte`, generate: 'server' });
	}
});

test('an icon of another form is left as it is', () => {
	expect(leanIcon('<script>let props = $props();</script><Icon {...props} />')).toBeNull();
});
