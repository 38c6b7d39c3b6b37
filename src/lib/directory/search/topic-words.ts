import { isTextKey, translate } from '#lib/texts/translator.ts';

/** A topic in words that people type: its label, and its category's name. */
export function topicWords(topic: string): string {
	const key = `topic.${topic}`;
	const [category = '', rest = ''] = topic.split('--');
	const label = isTextKey(key) ? translate(key) : rest;
	return `${label} ${category.replaceAll('-', ' ')}`;
}
