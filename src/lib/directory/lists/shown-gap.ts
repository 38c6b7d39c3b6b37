import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { GapGroup } from './server/gaps.ts';

/** A group of gaps, ready to be read. */
export interface ShownGap {
	readonly key: string;
	readonly need: string;
	readonly place: string;
	readonly count: number;
	readonly last: string;
	readonly search: string;
	readonly sentences: readonly { readonly id: string; readonly text: string; readonly date: string }[];
}

const dayOf = (at: Date): string => frenchDate(at.toISOString().slice(0, 10));

/** A code of the referential, or of the categories, in words. */
export const topicLabel = (code: string): string =>
	translate(`${code.includes('--') ? 'topic' : 'category'}.${code}` as TextKey);

export function showGap({ communeCode, communeName, topics, words, ...group }: GapGroup): ShownGap {
	const params = new URLSearchParams({ q: words, commune: communeCode });
	for (const topic of topics) params.append('theme', topic);
	return {
		key: `${communeCode} ${words} ${topics.join(' ')}`,
		need: [words, ...topics.map(topicLabel)].filter(Boolean).join(' · '),
		place: communeName,
		count: group.count,
		last: dayOf(group.lastOn),
		search: `/trouver?${params}`,
		sentences: group.sentences.map(({ id, text, at }) => ({ id, text, date: dayOf(at) })),
	};
}
