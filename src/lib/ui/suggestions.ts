/** A pause in typing, in milliseconds: not a request a letter. */
const pause = 120;

/**
 * Shows suggestions under a field, as a combobox with a list (ARIA practices): arrows, Enter, Escape; the form works the
 * same without it. The element wraps the field; `data-from` is where suggestions come from, `data-label` names the list.
 * Browser only.
 */
export function suggestions(element: HTMLElement): void {
	const input = element.querySelector('input');
	if (!input) return;
	const list = document.createElement('ul');
	list.id = `${input.id}-propositions`;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', element.dataset.label ?? '');
	list.hidden = true;
	element.append(list);
	for (const [name, value] of Object.entries({
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-controls': list.id,
		'aria-expanded': 'false',
		autocomplete: 'off',
	}))
		input.setAttribute(name, value);

	let waiting: ReturnType<typeof setTimeout> | undefined;
	let asking = new AbortController();
	let active = -1;

	const show = (texts: readonly string[]) => {
		list.replaceChildren(...texts.map((text, index) => option(`${list.id}-${index}`, text)));
		list.hidden = texts.length === 0;
		input.setAttribute('aria-expanded', String(!list.hidden));
		mark(-1);
	};
	const mark = (index: number) => {
		active = index;
		for (const [at, item] of [...list.children].entries())
			item.setAttribute('aria-selected', String(at === index));
		const chosen = list.children[index];
		if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
		else input.removeAttribute('aria-activedescendant');
	};
	const ask = async () => {
		asking.abort();
		asking = new AbortController();
		const { signal } = asking;
		try {
			const answer = await fetch(`${element.dataset.from}?q=${encodeURIComponent(input.value)}`, { signal });
			const { suggestions: texts } = (await answer.json()) as { suggestions: string[] };
			if (document.activeElement === input) show(texts);
		} catch {
			show([]);
		}
	};
	const choose = (text: string) => {
		input.value = text;
		show([]);
		input.form?.requestSubmit();
	};

	input.addEventListener('input', () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => void ask(), pause);
	});
	input.addEventListener('blur', () => setTimeout(() => show([]), 150));
	input.addEventListener('keydown', (event) => {
		const count = list.children.length;
		if (list.hidden || count === 0) return;
		if (event.key === 'Escape') show([]);
		else if (event.key === 'ArrowDown') mark((active + 1) % count);
		else if (event.key === 'ArrowUp') mark((active <= 0 ? count : active) - 1);
		else if (event.key === 'Enter' && active >= 0) choose(list.children[active]?.textContent ?? '');
		else return;
		event.preventDefault();
	});
	list.addEventListener('mousedown', (event) => {
		event.preventDefault();
		const item = event.target instanceof Element ? event.target.closest('[role=option]') : null;
		if (item) choose(item.textContent ?? '');
	});
}

function option(id: string, text: string): HTMLLIElement {
	const item = document.createElement('li');
	item.id = id;
	item.setAttribute('role', 'option');
	item.textContent = text;
	return item;
}
