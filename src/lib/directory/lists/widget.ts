import { type Filters, writeAddress } from '../search/address.ts';

/** What a widget shows at first: the search of an address, never a position nor a page. */
export const widgetFilters = (filters: Filters): Filters => ({ ...filters, point: undefined, page: 1 });

const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The line that puts a widget on a page with a script: what it shows is in its attributes. */
export function scriptSnippet(origin: string, filters: Filters): string {
	const params = new URLSearchParams(writeAddress(widgetFilters(filters)));
	const shown = ['q', 'lieu', 'commune', 'rayon', 'besoin', 'theme'].flatMap((name) => {
		const value = params.getAll(name).join(' ');
		return value ? [` data-${name}="${escaped(value)}"`] : [];
	});
	return `<script src="${origin}/widget.js"${shown.join('')} async></script>`;
}

/** The same without a script, at a height that its reader chooses. */
export const frameSnippet = (origin: string, filters: Filters, title: string): string =>
	`<iframe src="${escaped(`${origin}/widget${writeAddress(widgetFilters(filters))}`)}" title="${escaped(title)}" width="100%" height="640" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
