import { translate } from '#lib/texts/translator.ts';
import { sayHours } from '#lib/time/say-hours.ts';
import { weekTable } from '#lib/time/week-table.ts';
import { languageName } from '../language-names.ts';
import { dialled, shownPhone } from '../phone.ts';
import type { ListedEntry } from '../search/rows.ts';
import { asText } from './as-text.ts';

/** A place as one line of a kept list: what helps to go there or to call, and nothing that changes by the hour. */
export function listLine(entry: ListedEntry, hoursInWords: (expression: string) => string): string {
	const { name, organisation, summary, address, postcode, communeName, openingHours, phone } = entry;
	const town = [postcode, communeName].filter(Boolean).join(' ');
	const traits = traitsOf(entry).join('. ');
	const lines = [
		`<span class=soft>${asText(organisation)}</span>`,
		traits && `<b>${asText(traits)}</b>`,
		asText([address, town].filter(Boolean).join(', ')),
		openingHours ? asText(hoursInWords(openingHours)) : '',
		phone ? callLink(phone) : '',
		asText(summary),
		entry.languages.length > 0 ? asText(spoken(entry.languages)) : '',
		entry.fictional ? `<span class=soft>${asText(translate('own-search.invented'))}</span>` : '',
	];
	return `<li><h3>${asText(name)}</h3>${lines
		.filter(Boolean)
		.map((line) => `<p>${line}`)
		.join('')}`;
}

function traitsOf({ fee, welcome }: ListedEntry): string[] {
	const traits: string[] = [];
	if (fee === 'free') traits.push(translate('own-search.free'));
	if (welcome === 'unconditional') traits.push(translate('own-search.unconditional'));
	return traits;
}

const spoken = (languages: readonly string[]): string =>
	translate('own-offline.languages', { languages: languages.map(languageName).join(', ') });

/** A link to call when there are digits to dial; a source may write anything. */
function callLink(phone: string): string {
	const number = dialled(phone);
	const shown = asText(shownPhone(phone));
	return /\d{2}/.test(number) ? `<a class=call href="tel:${number}">${shown}</a>` : shown;
}

/** Opening hours in words: rule by rule, day by day, or as their source wrote them. */
export function hoursInWords(expression: string): string {
	const week = () =>
		weekTable(expression)?.map(
			({ day, spans }) =>
				`${translate(`time.day-${day as 0}`)} ${spans.join(', ') || translate('time.day-closed')}`,
		);
	return (sayHours(expression) ?? week() ?? [expression]).join('. ');
}
