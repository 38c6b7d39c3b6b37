import type { Work } from '#lib/server/act.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { topicsByCategory } from '../../topic.ts';
import { isOpenHere } from '../open-here.ts';
import { everything } from '../query.ts';
import { findServices, type SearchIndex } from '../search.ts';
import { createSuggester, type Suggester } from '../suggest.ts';
import { liveIndex } from './live-index.ts';
import { listSynonyms } from './synonyms.ts';

/** How many a list shows. */
const most = 8;

const ofIndex = new WeakMap<SearchIndex, Promise<Suggester>>();

/** What may be meant by the beginning of some words; each leads to at least one service. */
export async function suggestWords(work: Work, typed: string, at: Date): Promise<string[]> {
	const { index } = await liveIndex().current();
	const { suggest } = await suggesterOf(work, index);
	const leads = (words: string): boolean => {
		const { total, relaxed } = findServices(index, { ...everything, words, limit: 1 }, at, isOpenHere);
		return total > 0 && !relaxed;
	};
	return suggest(typed, 2 * most)
		.filter(leads)
		.slice(0, most);
}

/** One for each edition of the index: topics in their words, then the ways of saying things. */
function suggesterOf(work: Work, index: SearchIndex): Promise<Suggester> {
	let ready = ofIndex.get(index);
	if (!ready) {
		ready = work(listSynonyms).then((synonyms) =>
			createSuggester(index.lexicon, [...topics, ...synonyms.flatMap(({ phrases }) => phrases)]),
		);
		ofIndex.set(index, ready);
	}
	return ready;
}

const topics = Object.entries(topicsByCategory).flatMap(([category, slugs]) =>
	slugs.map((slug) => translate(`topic.${category}--${slug}` as TextKey)),
);
