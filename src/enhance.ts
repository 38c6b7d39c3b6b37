// What a script adds to pages that are complete without it: each behaviour starts where its element stands.
import { copyLink } from '#lib/directory/lists/copy-link.ts';
import { widgetFrame } from '#lib/directory/lists/widget-frame.ts';
import { liveMap } from '#lib/geo/map/live-map.ts';
import { keptDraft } from '#lib/pathway/kept-draft.ts';
import { nearMe } from '#lib/ui/near-me.ts';
import { printButton } from '#lib/ui/print-button.ts';
import { suggestions } from '#lib/ui/suggestions.ts';

const behaviours = {
	'copy-link': copyLink,
	// Only who works here carries these.
	'day-keys': async (element: HTMLElement) =>
		(await import('#lib/rupture/today/day-keys.ts')).dayKeys(element),
	'go-to': async (element: HTMLElement) => (await import('#lib/pathway/palette/go-to.ts')).goTo(element),
	'kept-draft': keptDraft,
	'live-map': liveMap,
	'near-me': nearMe,
	'print-button': printButton,
	'search-suggestions': suggestions,
	'widget-frame': widgetFrame,
};

for (const [name, start] of Object.entries(behaviours))
	customElements.define(
		name,
		class extends HTMLElement {
			connectedCallback(): void {
				void start(this);
			}
		},
	);
