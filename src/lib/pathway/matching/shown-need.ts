import { domains } from '#lib/person/domain.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';
import { needOf, topicsOf } from './match.ts';

/** « Logement », or « Logement : Louer un logement »; a code that no list knows any more is shown as it is. */
export function sayNeed(code: string): string {
	const need = needOf(code);
	if (!need) return code;
	const domain = translate(`grid.${need.domain}`);
	return need.topic ? translate('matching.need-topic', { domain, topic: sayTopic(need.topic) }) : domain;
}

/** Every need, each domain before its topics. */
export const needOptions = (): Option[] => [
	{ value: '', label: translate('matching.need-choose') },
	...domains.flatMap((domain) => [
		{ value: domain, label: translate('matching.need-all', { domain: translate(`grid.${domain}`) }) },
		...topicsOf(domain).map((value) => ({ value, label: sayNeed(value) })),
	]),
];

function sayTopic(topic: string): string {
	const key = `topic.${topic}`;
	return isTextKey(key) ? translate(key) : topic;
}
