import { keptUnder, mayBeKept, mostBytes } from './kept-answer.ts';

/** What the page has for each state; the sentences stand in it, as `data-kept` and so on. */
interface Panel {
	readonly element: HTMLElement;
	/** The address of the list that this page offers. */
	readonly address: string;
}

const headersKept = ['content-type', 'content-security-policy', 'last-modified'];

/** Offers to keep a list: nothing is installed nor kept before somebody asks for it. Browser only. */
export function keepList(element: HTMLElement): void {
	const panel = { element, address: element.dataset.list ?? '' };
	if (!('serviceWorker' in navigator) || !('caches' in window)) {
		say(panel, 'unable');
		return;
	}
	for (const [name, act] of [
		['keep', keep],
		['erase', erase],
	] as const)
		for (const button of element.querySelectorAll<HTMLButtonElement>(`[data-do=${name}]`))
			button.onclick = () => void act(panel);
	void show(panel);
}

async function keep(panel: Panel): Promise<void> {
	say(panel, 'busy');
	try {
		// A first time only, and for these pages only: whoever never presses has no worker.
		await navigator.serviceWorker.register('/service-worker.js', { scope: '/hors-ligne' });
		const answer = await fetch(panel.address, { credentials: 'omit', cache: 'no-store' });
		const page = await answer.blob();
		if (!mayBeKept(answer) || page.size > mostBytes) throw new Error('not a list to keep');
		const headers = headersKept.map((name): [string, string] => [name, answer.headers.get(name) ?? '']);
		await caches.delete(keptUnder);
		const kept = await caches.open(keptUnder);
		await kept.put(panel.address, new Response(page, { headers }));
		await show(panel);
	} catch {
		await show(panel);
		say(panel, 'failed');
	}
}

async function erase(panel: Panel): Promise<void> {
	await caches.delete(keptUnder);
	await (await navigator.serviceWorker.getRegistration('/hors-ligne'))?.unregister();
	await show(panel);
	say(panel, 'erased');
}

/** Says what is kept, and offers what can be done about it. */
async function show(panel: Panel): Promise<void> {
	const kept = await caches.open(keptUnder);
	const [request] = await kept.keys();
	const own = request && new URL(request.url).pathname === panel.address;
	const list = own ? await kept.match(request) : undefined;
	if (!request) await caches.delete(keptUnder);
	offer(panel, { keep: !own, renew: Boolean(own), erase: Boolean(request) });
	if (list) say(panel, 'kept', dateOf(list));
	else say(panel, request ? 'keptOther' : null);
}

function offer({ element }: Panel, shown: Record<'keep' | 'renew' | 'erase', boolean>): void {
	for (const [name, is] of Object.entries(shown)) {
		const button = element.querySelector<HTMLElement>(`.${name}`);
		if (button) button.hidden = !is;
	}
}

type Said = 'busy' | 'kept' | 'keptOther' | 'failed' | 'erased' | 'unable';

function say({ element }: Panel, what: Said | null, date = ''): void {
	const status = element.querySelector<HTMLElement>('[role=status]');
	if (!status) return;
	status.textContent = what && (element.dataset[what] ?? '').replace('{date}', date);
	status.hidden = what === null;
}

const dateOf = (list: Response): string =>
	new Intl.DateTimeFormat(document.documentElement.lang, {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/Paris',
	}).format(Date.parse(list.headers.get('last-modified') ?? ''));
