import { type Heard, hear } from './heard-key.ts';

/** Where this device keeps that its keys are off. It says nothing of anybody. */
const memory = 'touches';

/**
 * The keyboard of the day: j and k move from line to line, the arrows too once on a line; Enter does what the line
 * proposes first; « ? » opens the help, where the keys are turned off (WCAG 2.1.4). Nothing is taken from whoever types,
 * nor from a button or link that has the focus. Browser only.
 */
export function dayKeys(element: HTMLElement): void {
	const dialog = element.querySelector('dialog');
	const off = element.querySelector('input');
	if (!dialog || !off) return;
	element.hidden = false;
	off.checked = kept() === 'non';
	off.addEventListener('change', () => keep(off.checked ? 'non' : 'oui'));
	const lines = () =>
		[...document.querySelectorAll<HTMLElement>('[data-item]')].filter((line) => line.checkVisibility());
	const act: Record<Heard, (event: KeyboardEvent) => void> = {
		help: () => dialog.showModal(),
		next: () => move(1),
		previous: () => move(-1),
		main: (event) => {
			if (event.target instanceof HTMLElement) start(event.target);
		},
	};
	const move = (by: 1 | -1): void => {
		const all = lines();
		const here = all.findIndex((line) => line.contains(document.activeElement));
		const line = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by];
		line?.focus();
		line?.scrollIntoView({ block: 'nearest' });
	};
	document.addEventListener('keydown', (event) => {
		const target = event.target instanceof HTMLElement ? event.target : document.body;
		const heard = hear(event, {
			off: off.checked,
			busy: document.querySelector('dialog[open]') !== null || types(target),
			onLine: target.matches('[data-item]'),
		});
		if (!heard) return;
		event.preventDefault();
		act[heard](event);
	});
	element.querySelector('button.open')?.addEventListener('click', () => dialog.showModal());
	for (const button of dialog.querySelectorAll('button'))
		button.addEventListener('click', () => dialog.close());
}

/** Opens a fold and goes to its first field, follows a link, or presses a button. */
function start(line: HTMLElement): void {
	const main = line.querySelector<HTMLElement>('[data-main]');
	main?.click();
	if (main?.parentElement instanceof HTMLDetailsElement && main.parentElement.open)
		main.parentElement.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}

const types = (target: HTMLElement): boolean =>
	target.isContentEditable || target.matches('input, select, textarea');

/** A browser may refuse to keep anything: the keys then work as at first. */
function kept(): string | null {
	try {
		return localStorage.getItem(memory);
	} catch {
		return null;
	}
}
function keep(value: string): void {
	try {
		localStorage.setItem(memory, value);
	} catch {
		// Said on this page only.
	}
}
