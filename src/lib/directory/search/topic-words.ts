import { isTextKey, translate } from '#lib/texts/translator.ts';

/** A topic in words that people type: its label, and those that are true of its whole category. */
export function topicWords(topic: string): string {
	const [category = '', rest = ''] = topic.split('--');
	return `${textOr(`topic.${topic}`, rest)} ${textOr(`search.category.${category}`, '')}`;
}

const textOr = (key: string, otherwise: string) => (isTextKey(key) ? translate(key) : otherwise);
