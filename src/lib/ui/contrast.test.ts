import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, pairs, preferredDarkTokens, tokensOf } from './contrast.ts';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');

test('the formula agrees with the values WCAG publishes', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(contrast('#fbf6ec', '#2a211a')).toBeCloseTo(14.65, 1);
});

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
	const tokens = tokensOf(css, theme);

	test.each(pairs)('$front can be read on $back ($least)', ({ front, back, least }) => {
		expect(tokens).toHaveProperty(front);
		expect(tokens).toHaveProperty(back);
		expect(contrast(tokens[front] ?? '', tokens[back] ?? '')).toBeGreaterThanOrEqual(least);
	});
});

test('the dark theme is the same whether the device asks for it or the page does', () => {
	expect(preferredDarkTokens(css)).toEqual(tokensOf(css, 'dark'));
});

test('both themes define the same colours', () => {
	expect(Object.keys(tokensOf(css, 'dark'))).toEqual(Object.keys(tokensOf(css, 'light')));
});
