import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { formatters } from './formatters.ts';

const sentences = [
	'{n} fois, {n, number} fois',
	'{n, plural, =0 {rien} one {# service} many {# de services} other {# services}}',
	'{n, selectordinal, one {#re} other {#e}}',
	'{n, number, ::percent} {n, number, ::.00}',
	'{at, date, long} à {at, time, short}, {at, date, ::MMMMd}',
];
const at = new Date('2026-11-23T11:00:00Z');

test.each(sentences)('says « %s » as the library does', (sentence) => {
	const [ours, theirs] = [
		new IntlMessageFormat(sentence, 'fr', undefined, { formatters }),
		new IntlMessageFormat(sentence, 'fr'),
	];
	for (const n of [0, 1, 1.5, 2, 21, 1234, 1_000_000])
		expect(ours.format({ n, at })).toBe(theirs.format({ n, at }));
});
