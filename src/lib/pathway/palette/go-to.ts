import { type Found, readFound } from './found.ts';
import { matchLabels } from './match-labels.ts';

/** A pause in typing, in milliseconds: not a request a letter. */
const pause = 120;

/**
 * The palette over the page at hand, opened by Ctrl K (Cmd K on a Mac) or its link: a combobox whose list is always
 * shown (ARIA practices). People come from the server as one types, in the body of a request: a name is in no address
 * and stays nowhere. Browser only.
 */
export function goTo(element: HTMLElement): void {
	const dialog = element.querySelector('dialog');
	const link = element.querySelector('a');
	const input = element.querySelector('input');
	const list = element.querySelector<HTMLElement>('[role=listbox]');
	const said = element.querySelector('[role=status]');
	if (!dialog || !link || !input || !list || !said) return;
	const places = [...list.children].filter((each) => each instanceof HTMLElement);
	const labels = places.map((each) => each.firstElementChild?.textContent ?? '');
	const mac = /Mac|iP(?:hone|ad)/.test(navigator.userAgent);
	let shown: readonly HTMLElement[] = places;
	let active = 0;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let asking = new AbortController();

	const mark = (index: number): void => {
		active = index;
		for (const [at, each] of shown.entries()) each.setAttribute('aria-selected', String(at === index));
		const chosen = shown[index];
		input.setAttribute('aria-activedescendant', chosen?.id ?? '');
		chosen?.scrollIntoView({ block: 'nearest' });
	};
	/** What matches as typed, then people; kept in place while people are awaited. */
	const show = (people: readonly HTMLElement[]): void => {
		const matching = matchLabels(labels, input.value).flatMap((place) => places[place] ?? []);
		shown = [...matching, ...people];
		list.replaceChildren(...shown);
		mark(0);
	};
	const say = (found: Found | undefined): string => {
		if (!found) return element.dataset.unreachable ?? '';
		if (found.more) return element.dataset.more ?? '';
		return shown.length === 0 ? (element.dataset.none ?? '') : '';
	};
	const ask = async (): Promise<void> => {
		asking.abort();
		asking = new AbortController();
		const { signal } = asking;
		const body = new URLSearchParams({ cherche: input.value });
		const found = await fetch(element.dataset.people ?? '', { method: 'POST', body, signal })
			.then(readFound)
			.catch(() => undefined);
		if (signal.aborted) return;
		show(found?.people.map((each, index) => option(index, each)) ?? []);
		said.textContent = say(found);
	};
	const typed = (): void => {
		clearTimeout(waiting);
		asking.abort();
		said.textContent = '';
		show([]);
		if (input.value.trim()) waiting = setTimeout(() => void ask(), pause);
	};
	const option = (index: number, { href, label, detail }: Found['people'][number]): HTMLElement => {
		const item = document.createElement('div');
		item.id = `${list.id}-${index}`;
		item.setAttribute('role', 'option');
		item.tabIndex = -1;
		item.dataset.href = href;
		const kind = document.createElement('span');
		kind.className = 'kind';
		kind.textContent = `${element.dataset.kind} · ${detail}`;
		item.append(Object.assign(document.createElement('span'), { textContent: label }), kind);
		return item;
	};
	const go = (item: Element | null | undefined): void => {
		if (item instanceof HTMLElement && item.dataset.href) location.assign(item.dataset.href);
	};
	const open = (event: Event): void => {
		event.preventDefault();
		if (dialog.open) dialog.close();
		else {
			dialog.showModal();
			input.focus();
		}
	};

	const key = element.querySelector('kbd');
	if (key) {
		key.textContent = mac ? '⌘ K' : 'Ctrl K';
		key.hidden = false;
	}
	link.setAttribute('aria-keyshortcuts', mac ? 'Meta+K' : 'Control+K');
	link.setAttribute('role', 'button');
	link.setAttribute('aria-haspopup', 'dialog');
	link.addEventListener('click', open);
	document.addEventListener('keydown', (event) => {
		const combined = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
		if (combined && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') open(event);
	});
	input.addEventListener('input', typed);
	input.addEventListener('keydown', (event) => {
		const count = shown.length;
		if (count === 0) return;
		if (event.key === 'ArrowDown') mark((active + 1) % count);
		else if (event.key === 'ArrowUp') mark((active + count - 1) % count);
		else if (event.key === 'Enter') go(shown[active]);
		else return;
		event.preventDefault();
	});
	list.addEventListener('click', ({ target }) => {
		go(target instanceof Element ? target.closest('[role=option]') : null);
	});
	dialog.querySelector('.close')?.addEventListener('click', () => dialog.close());
	dialog.addEventListener('click', ({ target }) => {
		if (target === dialog) dialog.close();
	});
	// A name does not outlive the look for it.
	const forget = (): void => {
		clearTimeout(waiting);
		asking.abort();
		input.value = '';
		show([]);
	};
	dialog.addEventListener('close', forget);
	window.addEventListener('pagehide', () => dialog.close());
	mark(0);
}
