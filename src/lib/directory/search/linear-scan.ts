import { distanceKm } from '#lib/geo/distance.ts';
import { offeredLanguages } from '../language-names.ts';
import { audiences, fees, welcomeModes, welcomes } from '../service.ts';
import { categories, topics } from '../topic.ts';
import { type Synonyms, stemsOf } from './concepts.ts';
import { isLocated, isRemoteOnly, type SearchEntry } from './entry.ts';
import type { Facets } from './facets.ts';
import type { IsOpen } from './openings.ts';
import { type Near, type Query, soundQuery } from './query.ts';
import { assumedKm, closedWorth, dayOf, dayOfDate, scoreOf, standingOf } from './rank.ts';
import type { Correction } from './reading.ts';
import { topicWords } from './topic-words.ts';
import { foldWord, isStopWord, splitWords, stemWord } from './words.ts';
import { covers } from './zone.ts';

/*
 * The same search written the plain way, one entry after the other and one filter after the other: the tests hold
 * the index to it, the benchmark is measured against it. It shares the index's words, formula of rank and rule of
 * zones, and nothing of its structures.
 */

interface Read {
	readonly entry: SearchEntry;
	/** Times each term occurs, field by field. */
	readonly fields: readonly ReadonlyMap<string, number>[];
	readonly lengths: readonly number[];
}

export interface Scan {
	readonly reads: readonly Read[];
	readonly averages: readonly number[];
	readonly documentsWith: ReadonlyMap<string, number>;
	/** Times each way of writing each folded word occurs. */
	readonly writings: ReadonlyMap<string, ReadonlyMap<string, number>>;
	readonly synonyms: Synonyms;
}

export interface Scanned {
	readonly total: number;
	readonly remoteTotal: number;
	readonly results: readonly { id: string; score: number }[];
	readonly remote: readonly { id: string; score: number }[];
	readonly facets: Facets;
	readonly corrections: readonly Correction[];
	readonly relaxed: boolean;
}

const weights = [6, 4, 3, 1, 1, 3];

export function prepareScan(entries: readonly SearchEntry[], synonyms: Synonyms = []): Scan {
	const writings = new Map<string, Map<string, number>>();
	const reads = entries.map((entry) => readEntry(entry, writings, synonyms));
	const documentsWith = new Map<string, number>();
	for (const { fields } of reads) {
		for (const term of new Set(fields.flatMap((field) => [...field.keys()]))) add(documentsWith, term);
	}
	const averages = weights.map(
		(_, f) => reads.reduce((sum, { lengths }) => sum + lengths[f]!, 0) / reads.length || 1,
	);
	return { reads, averages, documentsWith, writings, synonyms };
}

function readEntry(entry: SearchEntry, writings: Map<string, Map<string, number>>, synonyms: Synonyms): Read {
	const texts = [
		entry.name,
		entry.organisation,
		entry.topics.map(topicWords).join(' '),
		`${entry.summary} ${entry.description}`,
		`${entry.communeName ?? ''} ${entry.postcode ?? ''}`,
	];
	const fields = texts.map((text) => {
		const terms = new Map<string, number>();
		for (const written of splitWords(text)) {
			const folded = foldWord(written);
			if (isStopWord(folded)) continue;
			if (!writings.has(folded)) writings.set(folded, new Map());
			add(writings.get(folded)!, written);
			add(terms, stemWord(folded));
		}
		return terms;
	});
	const all = new Set(fields.flatMap((field) => [...field.keys()]));
	const meant = synonyms.flatMap((ways, i) =>
		ways.some((way) => stemsOf(way).every((stem) => all.has(stem))) ? [[`≈${i}`, 1] as const] : [],
	);
	fields.push(new Map(meant));
	const lengths = fields.map((field) => [...field.values()].reduce((sum, times) => sum + times, 0));
	return { entry, fields, lengths };
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** What `findServices` must answer, reasons apart. */
export function scanServices(scan: Scan, query: Query, at: Date, isOpen: IsOpen): Scanned {
	const asked = soundQuery(query);
	const { words, corrections } = readQuery(scan, asked.words);
	const strict = scanFor(scan, asked, words, true, at, isOpen);
	const nothing = strict.total + strict.remoteTotal === 0;
	const loose = nothing && words.length > 1 ? scanFor(scan, asked, words, false, at, isOpen) : strict;
	const relaxed = nothing && loose.total + loose.remoteTotal > 0;
	return { ...(relaxed ? loose : strict), corrections, relaxed };
}

type Words = readonly (readonly string[])[];

function readQuery(scan: Scan, text: string): { words: Words; corrections: Correction[] } {
	const typed = new Map<string, string>();
	for (const written of splitWords(text)) {
		const folded = foldWord(written);
		if (!isStopWord(folded) && !typed.has(folded) && typed.size < 32) typed.set(folded, written);
	}
	const lastTyped = [...typed.keys()].at(-1);
	const words: string[][] = [];
	const corrections: Correction[] = [];
	const stems = [...typed.keys()].map(stemWord);
	let skip = 0;
	for (const [i, [folded, written]] of [...typed].entries()) {
		if (skip-- > 0) continue;
		const meantHere = scan.synonyms
			.flatMap((ways, concept) => ways.map((way) => ({ concept, said: stemsOf(way) })))
			.filter(
				({ concept, said }) =>
					said.every((stem, k) => stems[i + k] === stem) && scan.documentsWith.has(`≈${concept}`),
			)
			.sort((a, b) => b.said.length - a.said.length)[0];
		skip = meantHere ? meantHere.said.length - 1 : 0;
		if (meantHere) {
			words.push([`≈${meantHere.concept}`]);
			continue;
		}
		let terms = scan.documentsWith.has(stemWord(folded)) ? [stemWord(folded)] : [];
		if (folded === lastTyped && folded.length >= 3 && !scan.writings.has(folded)) {
			const begun = [...scan.writings.keys()].filter((word) => word.startsWith(folded));
			terms = [...terms, ...begun.map(stemWord)];
		}
		const meant = terms.length === 0 ? nearest(scan, folded) : undefined;
		if (meant !== undefined) {
			terms = [stemWord(meant)];
			corrections.push({ typed: written, read: usualWriting(scan, meant) });
		}
		words.push([...new Set(terms)].sort());
	}
	const isFirst = (terms: string[], i: number) =>
		terms.length === 0 || words.findIndex((other) => other.join() === terms.join()) === i;
	return { words: words.filter(isFirst), corrections };
}

function nearest(scan: Scan, typed: string): string | undefined {
	if (typed.length < 4 || /\p{N}/u.test(typed)) return undefined;
	const forgiven = typed.length < 8 ? 1 : 2;
	const frequency = (word: string) => [...scan.writings.get(word)!.values()].reduce((sum, n) => sum + n, 0);
	return [...scan.writings.keys()]
		.filter((word) => !/\p{N}/u.test(word) && Math.abs(word.length - typed.length) <= forgiven)
		.map((word) => ({ word, distance: alignment(typed, word) }))
		.filter(({ distance }) => distance <= forgiven)
		.sort(
			(a, b) =>
				a.distance - b.distance || frequency(b.word) - frequency(a.word) || (a.word < b.word ? -1 : 1),
		)
		.at(0)?.word;
}

const usualWriting = (scan: Scan, word: string): string =>
	[...scan.writings.get(word)!].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0];

/** Optimal string alignment by its definition, on the whole table. */
export function alignment(one: string, other: string): number {
	const table = Array.from({ length: one.length + 1 }, (_, i) =>
		Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : i)),
	);
	for (let i = 1; i <= one.length; i++) {
		for (let j = 1; j <= other.length; j++) {
			const change = one[i - 1] === other[j - 1] ? 0 : 1;
			const ways = [table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + change];
			const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			if (isSwap) ways.push(table[i - 2]![j - 2]! + 1);
			table[i]![j] = Math.min(...ways);
		}
	}
	return table[one.length]![other.length]!;
}

const isClosedOn = ({ closures }: SearchEntry, at: Date): boolean => {
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(at);
	return closures.some(({ from, to }) => from <= day && (to === null || day <= to));
};

interface Candidate {
	readonly entry: SearchEntry;
	readonly isRemote: boolean;
	readonly score: number;
	readonly passes: Readonly<
		Record<'topics' | 'audiences' | 'fee' | 'mode' | 'welcome' | 'language' | 'places', boolean>
	>;
}

function scanFor(scan: Scan, query: Query, words: Words, all: boolean, at: Date, isOpen: IsOpen) {
	const candidates = scan.reads.flatMap((read) => candidateOf(scan, read, query, words, all, at) ?? []);
	const opens = ({ entry }: Candidate) =>
		!isClosedOn(entry, at) &&
		entry.openingHours !== null &&
		entry.openingHours !== '' &&
		isOpen(entry.openingHours, at, entry.communeCode) === true;
	const passed = candidates.filter(({ passes }) => Object.values(passes).every(Boolean));
	const kept = query.openNow ? passed.filter(opens) : passed;
	const list = sorted(kept.filter(({ isRemote }) => query.near === undefined || !isRemote));
	const remote = sorted(kept.filter(({ isRemote }) => query.near !== undefined && isRemote));
	const page = <T>(found: readonly T[]) => found.slice(query.offset, query.offset + query.limit);

	/** Those that pass every filter but one. */
	const but = (free: keyof Candidate['passes']) =>
		candidates.filter(
			(candidate) =>
				Object.entries(candidate.passes).every(([name, passes]) => name === free || passes) &&
				(!query.openNow || opens(candidate)),
		);
	const [forTopics, forAudiences, forFee, forMode] = [
		but('topics'),
		but('audiences'),
		but('fee'),
		but('mode'),
	];
	const counts = <V extends string>(
		values: readonly V[],
		from: Candidate[],
		test: (e: SearchEntry, v: V) => boolean,
	) =>
		Object.fromEntries(
			values.map((value) => [value, from.filter(({ entry }) => test(entry, value)).length]),
		) as Record<V, number>;
	const facets: Facets = {
		topics: counts(topics, forTopics, (entry, topic) => entry.topics.includes(topic)),
		categories: counts(categories, forTopics, (entry, category) =>
			entry.topics.some((topic) => topic.startsWith(`${category}--`)),
		),
		audiences: counts(audiences, forAudiences, welcomesAudience),
		fees: counts(fees, forFee, (entry, fee) => entry.fee === fee),
		modes: counts(welcomeModes, forMode, (entry, mode) => entry.welcomeModes.includes(mode)),
		welcomes: counts(welcomes, but('welcome'), (entry, welcome) => entry.welcome === welcome),
		languages: counts(offeredLanguages, but('language'), (entry, code) => entry.languages.includes(code)),
		withPlaces: but('places').filter(({ entry }) => (entry.placesLeft ?? 0) > 0).length,
		openNow:
			passed.filter(({ entry }) => !isClosedOn(entry, at)).length > 200 && !query.openNow
				? null
				: passed.filter(opens).length,
	};
	return {
		total: list.length,
		remoteTotal: remote.length,
		results: page(list),
		remote: page(remote),
		facets,
	};
}

const welcomesAudience = (entry: SearchEntry, audience: SearchEntry['audiences'][number]) =>
	entry.audiences.length === 0 || entry.audiences.includes('everyone') || entry.audiences.includes(audience);

const sorted = (candidates: readonly Candidate[]) =>
	candidates
		.map(({ entry, score }) => ({ id: entry.id, score }))
		.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));

function candidateOf(
	scan: Scan,
	read: Read,
	query: Query,
	words: Words,
	all: boolean,
	at: Date,
): Candidate | undefined {
	const { entry } = read;
	const shares = words.map((terms) => shareOf(scan, read, terms));
	const held = shares.filter((share) => share > 0).length;
	if (words.length > 0 && (all ? held < words.length : held === 0)) return undefined;
	const where = query.near ? placeNear(entry, query.near, query.radiusKm) : { km: null, covered: true };
	if (!where) return undefined;
	const text = words.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0);
	const ageDays = dayOf(at) - dayOfDate(entry.updatedOn);
	return {
		entry,
		isRemote: isRemoteOnly(entry),
		score: scoreOf(
			text,
			where.km,
			ageDays,
			where.covered,
			standingOf(entry) * (isClosedOn(entry, at) ? closedWorth : 1),
		),
		passes: {
			topics:
				query.topics.length === 0 ||
				query.topics.some((asked) => entry.topics.some((topic) => isWithin(topic, asked))),
			audiences:
				query.audiences.length === 0 || query.audiences.some((audience) => welcomesAudience(entry, audience)),
			fee: !query.fee || entry.fee === query.fee,
			mode: !query.mode || entry.welcomeModes.includes(query.mode),
			welcome: !query.welcome || entry.welcome === query.welcome,
			language: !query.language || entry.languages.includes(query.language),
			places: !query.withPlaces || (entry.placesLeft ?? 0) > 0,
		},
	};
}

const isWithin = (topic: string, asked: string) =>
	(topic === asked && topics.includes(topic)) ||
	(categories.some((category) => category === asked) && topic.startsWith(`${asked}--`));

function placeNear(entry: SearchEntry, near: Near, radiusKm: number) {
	const covered = covers(entry.zone, near);
	if (isRemoteOnly(entry)) return covered === false ? undefined : { km: null, covered };
	if (entry.stops.length > 0) {
		const km = Math.min(...entry.stops.map((stop) => distanceKm(near, stop)));
		return km <= radiusKm ? { km, covered } : undefined;
	}
	if (isLocated(entry)) {
		const km = distanceKm(near, entry);
		return km <= radiusKm ? { km, covered } : undefined;
	}
	const inCommune = near.communeCode !== undefined && entry.communeCode === near.communeCode;
	const isForHere =
		covered === true &&
		entry.zone.length > 0 &&
		!entry.zone.includes('france') &&
		!entry.zone.includes('99100');
	return inCommune || isForHere ? { km: assumedKm(inCommune, radiusKm), covered } : undefined;
}

function shareOf(scan: Scan, { fields, lengths }: Read, terms: readonly string[]): number {
	const shares = terms.map((term) => {
		let weight = 0;
		for (const [f, field] of fields.entries()) {
			const times = field.get(term);
			if (times) weight += (weights[f]! / (1 - 0.5 + (0.5 * lengths[f]!) / scan.averages[f]!)) * times;
		}
		if (weight === 0) return 0;
		const impact = Math.max(1, Math.round((255 * weight) / (1.2 + weight)));
		const n = scan.documentsWith.get(term)!;
		return impact * Math.max(1, Math.round(16 * Math.log(1 + (scan.reads.length - n + 0.5) / (n + 0.5))));
	});
	return Math.max(0, ...shares);
}
