import { expect, test } from 'vitest';
import { space } from './space-catalogue.ts';
import { sentencesIn } from './space-translator.ts';

const most = 15;

/** Each branch of a choice read in place of it, the longest kept: what a person may have to read at once. */
function readings(message: string): string[] {
	const choice = /\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(message);
	if (!choice) return [message];
	const { branches, end } = branchesFrom(message, choice.index + choice[0].length);
	return branches.flatMap((branch) =>
		readings(`${message.slice(0, choice.index)}${branch}${message.slice(end)}`),
	);
}

function branchesFrom(message: string, start: number): { branches: string[]; end: number } {
	const branches: string[] = [];
	let depth = 0;
	let opened = start;
	for (let at = start; at < message.length; at++) {
		if (message[at] === '{' && depth++ === 0) opened = at + 1;
		if (message[at] !== '}') continue;
		if (depth === 0) return { branches, end: at + 1 };
		if (--depth === 0) branches.push(message.slice(opened, at));
	}
	throw new Error(`no end to the choice of: ${message}`);
}

const wordsOf = (sentence: string): string[] =>
	sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word));

const longSentences = (message: string): string[] =>
	readings(message)
		.flatMap((reading) => reading.split(/[.!?:…]/))
		.filter((sentence) => wordsOf(sentence).length > most);

const french = [
	...Object.entries<string>(space),
	...Object.entries(sentencesIn('fr-simple')).map(([key, text]): [string, string] => [`simple ${key}`, text]),
];

test('a sentence of sixteen words is long, in each branch of a choice', () => {
	expect(longSentences(`${'un '.repeat(15)}.`)).toEqual([]);
	expect(longSentences(`${'un '.repeat(16)}.`)).toHaveLength(1);
	expect(longSentences(`{n, plural, one {oui} other {${'un '.repeat(14)}}} de {m}.`)).toHaveLength(1);
	expect(readings('{a, select, x {b} other {{n, plural, one {c} other {d}}}} e')).toEqual([
		'b e',
		'c e',
		'd e',
	]);
});

test('each sentence of the space has fifteen words at most', () => {
	expect(french.flatMap(([key, message]) => longSentences(message).map((text) => [key, text]))).toEqual([]);
});

test('the space speaks to a person, in words that everybody reads aloud', () => {
	const unsaid = /bénéficiaire|usag(?:er|ère)|dispositif|publics? cibles?|·/i;
	expect(french.filter(([, message]) => unsaid.test(message))).toEqual([]);
});
