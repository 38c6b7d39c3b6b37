import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { ListedEntry } from '../search/rows.ts';
import { asText } from './as-text.ts';
import { mostBytes } from './kept-answer.ts';
import { hoursInWords, listLine } from './list-line.ts';
import { listStyle } from './list-style.ts';
import { type Kind, kinds, kindsOf, type UsefulPlaces, usefulPlaces } from './useful-places.ts';

/** Left for the head of the page, its notices and the names of needs. */
const frameBytes = 20_000;
/** A commune's fold, counted with each line as if it stood alone there. */
const foldBytes = 90;

/** The places of a département, written once; what stands around them changes with the minute. */
export interface WrittenList {
	readonly places: number;
	readonly left: number;
	readonly bytes: number;
	readonly html: string;
}

/** Writes the places of a département by need, then by commune, in as many bytes as a phone keeps. */
export function writeList(entries: readonly ListedEntry[], most = mostBytes): WrittenList {
	const said = new Map<string, string>();
	const inWords = (expression: string): string => {
		const known = said.get(expression) ?? hoursInWords(expression);
		said.set(expression, known);
		return known;
	};
	const lines = new Map<ListedEntry, string>();
	const lineOf = (entry: ListedEntry): string => {
		const line = lines.get(entry) ?? listLine(entry, inWords);
		lines.set(entry, line);
		return line;
	};
	const bytesOf = (entry: ListedEntry) =>
		byteLength(lineOf(entry)) + byteLength(asText(townOf(entry))) + foldBytes;
	const useful = usefulPlaces(entries, most - frameBytes, bytesOf);
	const html = kinds.map((kind) => writeKind(kind, useful, lineOf)).join('');
	return { places: useful.kept.length, left: useful.left, bytes: byteLength(html) + frameBytes, html };
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

function writeKind(kind: Kind, { kept, leftOf }: UsefulPlaces, lineOf: (entry: ListedEntry) => string) {
	const places = kept.filter((entry) => kindsOf(entry).includes(kind));
	const left = leftOf.get(kind) ?? 0;
	if (places.length + left === 0) return '';
	const towns = [...Map.groupBy(places, townOf)].toSorted(byTown);
	return `<details><summary>${asText(translate(labels[kind]))} (${places.length})</summary>${towns
		.map(
			([town, there]) =>
				`<details><summary>${asText(town || translate('own-offline.everywhere'))} (${there.length})</summary><ul>${there
					.map(lineOf)
					.join('')}</ul></details>`,
		)
		.join('')}${left > 0 ? `<p>${asText(translate('own-offline.left', { left }))}` : ''}</details>`;
}

/** What is nowhere stands first. */
const byTown = ([a]: [string, unknown], [b]: [string, unknown]): number => a.localeCompare(b, 'fr');
const townOf = ({ communeName }: ListedEntry): string => communeName ?? '';

const labels = {
	'se-nourrir': 'own-search.food',
	'se-loger': 'own-search.housing',
	'se-soigner': 'own-search.health',
	droits: 'own-search.rights',
	argent: 'own-search.money',
	travail: 'own-search.work',
	famille: 'own-search.family',
	'se-deplacer': 'own-search.travel',
	autre: 'own-offline.other',
} as const satisfies Record<Kind, TextKey>;

/** What stands around the places. */
export interface ListFrame {
	readonly name: string;
	/** Where the list can be asked again. */
	readonly address: string;
	readonly at: Date;
}

const dayAndTime = new Intl.DateTimeFormat('fr-FR', {
	dateStyle: 'long',
	timeStyle: 'short',
	timeZone: 'Europe/Paris',
});

/** The whole page: what is hidden in it is shown by the phone that keeps it (`kept-answer.ts`). */
export function writeListPage({ html, left }: WrittenList, { name, address, at }: ListFrame): string {
	const say = (...[key, values]: Parameters<typeof translate>) => asText(translate(key, values));
	const title = say('own-offline.list-title', { name });
	const date = `<time datetime="${at.toISOString()}">${asText(dayAndTime.format(at))}</time>`;
	return `<!doctype html><html lang=fr><head><meta charset=utf-8><meta name=viewport content="width=device-width, initial-scale=1"><meta name=color-scheme content="light dark"><title>${title}</title><style>${listStyle}</style></head><body><main>
<h1>${title}</h1>
<p><strong>${say('own-offline.list-date', { date: '\u0000' }).replace('\u0000', date)}</strong> ${say('own-offline.list-check')}
<h2>${say('own-search.title')}</h2>
${left > 0 ? `<p>${say('own-offline.left', { left })}` : ''}${html}
<div><h2>${say('own-space.help')}</h2>${emergencies.map((line) => `<p><a class=call href="tel:${line}">${say(`own-space.help-${line}`)}</a>`).join('')}</div>
<div class=notice hidden><p>${say('own-offline.list-kept')}<p><a class=call href="${asText(address)}">${say('own-offline.list-renew')}</a><form method=post action="/hors-ligne/effacer"><button>${say('own-offline.erase')}</button></form></div>
</main></body></html>`;
}

const emergencies = ['115', '3919', '112'] as const;
