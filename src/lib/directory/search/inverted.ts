import { type Concepts, conceptsIn, conceptTerm } from './concepts.ts';
import type { SearchEntry } from './entry.ts';
import { createLexiconReader, type Lexicon } from './lexicon.ts';
import { topicWords } from './topic-words.ts';

/** What is read of an entry, and how much a word counts there. */
const fields = [
	{ weight: 6, textOf: (entry) => entry.name },
	{ weight: 4, textOf: (entry) => entry.organisation },
	{ weight: 3, textOf: (entry) => entry.topics.map(topicWords).join(' ') },
	{ weight: 1, textOf: (entry) => `${entry.summary} ${entry.description}` },
	{ weight: 1, textOf: (entry) => `${entry.communeName ?? ''} ${entry.postcode ?? ''}` },
] as const satisfies readonly { weight: number; textOf: (entry: SearchEntry) => string }[];

/** What an entry means, by the synonyms of the field: one more field, after the others. */
const conceptWeight = 3;
const fieldWeights: readonly number[] = [...fields.map(({ weight }) => weight), conceptWeight];

/** How soon repeating a word stops adding, and how much a long text weakens each of its words (BM25F). */
const saturation = 1.2;
const lengthPenalty = 0.5;

/**
 * Postings by term, in compressed sparse rows: documents ascending, with the share of the score that the term
 * earns there, from 1 to 255 (Robertson and Zaragoza's BM25F, quantised so that sums are exact).
 */
export interface Inverted {
	readonly starts: Uint32Array;
	readonly docs: Uint32Array;
	readonly impacts: Uint8Array;
	/** How telling each term is: sixteen times its inverse document frequency, at least 1. */
	readonly rarities: Uint16Array;
}

/** Terms of each document, field after field, before they are turned round. */
interface Forward {
	readonly terms: number[];
	/** End of each field of each document within `terms`. */
	readonly ends: Uint32Array;
}

/** Reads every entry, in document order. */
export function buildInverted(
	entries: readonly SearchEntry[],
	concepts: Concepts,
): { lexicon: Lexicon; inverted: Inverted } {
	const reader = createLexiconReader();
	const forward: Forward = { terms: [], ends: new Uint32Array(entries.length * fieldWeights.length) };
	const stems = new Set<string>();
	const add = (term: number, stem: string) => {
		forward.terms.push(term);
		if (concepts.size > 0) stems.add(stem);
	};
	for (const [doc, entry] of entries.entries()) {
		for (const [field, { textOf }] of fields.entries()) {
			reader.read(textOf(entry), add);
			forward.ends[doc * fieldWeights.length + field] = forward.terms.length;
		}
		for (const concept of conceptsIn(concepts, stems))
			forward.terms.push(reader.termOf(conceptTerm(concept)));
		forward.ends[doc * fieldWeights.length + fields.length] = forward.terms.length;
		stems.clear();
	}
	const lexicon = reader.finish();
	return { lexicon, inverted: invert(forward, entries.length, lexicon.termIds.size) };
}

function invert(forward: Forward, count: number, termCount: number): Inverted {
	const starts = new Uint32Array(termCount + 1);
	visitImpacts(forward, count, termCount, (_, term) => starts[term + 1]!++);
	const rarities = Uint16Array.from({ length: termCount }, (_, term) => rarityOf(starts[term + 1]!, count));
	for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
	const next = starts.slice();
	const docs = new Uint32Array(starts[termCount]!);
	const impacts = new Uint8Array(starts[termCount]!);
	visitImpacts(forward, count, termCount, (doc, term, impact) => {
		const position = next[term]!++;
		docs[position] = doc;
		impacts[position] = impact;
	});
	return { starts, docs, impacts, rarities };
}

const rarityOf = (documentsWith: number, documents: number): number =>
	Math.max(1, Math.round(16 * Math.log(1 + (documents - documentsWith + 0.5) / (documentsWith + 0.5))));

/** Calls `visit` once for each term of each document, documents ascending. */
function visitImpacts(
	{ terms, ends }: Forward,
	count: number,
	termCount: number,
	visit: (doc: number, term: number, impact: number) => void,
): void {
	const averages = averageLengths(ends, count);
	const weights = new Float64Array(termCount);
	const times = new Uint32Array(termCount);
	const met: number[] = [];
	let start = 0;
	for (let doc = 0; doc < count; doc++) {
		for (const [field, fieldWeight] of fieldWeights.entries()) {
			const end = ends[doc * fieldWeights.length + field]!;
			const worth = fieldWeight / (1 - lengthPenalty + (lengthPenalty * (end - start)) / averages[field]!);
			for (let i = start; i < end; i++) times[terms[i]!]!++;
			for (let i = start; i < end; i++) {
				const term = terms[i]!;
				if (times[term] === 0) continue;
				if (weights[term] === 0) met.push(term);
				weights[term]! += worth * times[term]!;
				times[term] = 0;
			}
			start = end;
		}
		for (const term of met) {
			visit(doc, term, impactOf(weights[term]!));
			weights[term] = 0;
		}
		met.length = 0;
	}
}

const impactOf = (weight: number) => Math.max(1, Math.round((255 * weight) / (saturation + weight)));

function averageLengths(ends: Uint32Array, count: number): number[] {
	const totals = fieldWeights.map(() => 0);
	let start = 0;
	for (const [i, end] of ends.entries()) {
		totals[i % fieldWeights.length]! += end - start;
		start = end;
	}
	return totals.map((total) => total / count || 1);
}
