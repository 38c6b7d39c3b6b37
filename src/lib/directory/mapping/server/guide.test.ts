import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { mappingFrom } from '#lib/testing/mapping-trial.ts';
import { originNames } from '../origin.ts';
import { plainSteps } from '../plain-steps.ts';
import { setSteps } from '../set-steps.ts';
import { shippedNames } from '../shipped.ts';

const guide = await readFile('docs/guide/correspondances.md', 'utf8');
const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);

test.each(examples)('what the guide shows can be run: %#', (text) => {
	expect(mappingFrom(JSON.parse(text)).parts).toHaveLength(1);
});

test('the guide tells every origin, every step and every mapping that is shipped', () => {
	expect(examples).toHaveLength(3);
	const prose = guide.replace(/```.*?```/gs, '');
	const told = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/[a-z\d-]+/g) ?? []);
	const words = [...originNames, ...Object.keys(plainSteps), ...Object.keys(setSteps), ...shippedNames];
	expect(words.filter((word) => !told.includes(word))).toEqual([]);
});
