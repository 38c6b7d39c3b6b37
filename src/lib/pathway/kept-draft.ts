/** How long after the last letter, in milliseconds; the house promises three seconds, the network included. */
const pause = 1500;
/** How long before trying again when the network is away. */
const again = 5000;

/**
 * Sends what is being typed to the server, a moment after typing stops, and says so. Nothing is kept in the browser:
 * while the network is away, the page itself holds the words and tries again. Browser only.
 */
export function keptDraft(element: HTMLElement): void {
	const form = element.querySelector('form');
	const said = element.querySelector('[role="status"]');
	const { url, saved = '', failed = '' } = element.dataset;
	if (!form || !said || !url) return;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let sending = new AbortController();

	const later = (delay: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => void send(), delay);
	};
	const send = async (): Promise<void> => {
		timer = undefined;
		sending.abort();
		sending = new AbortController();
		const { signal } = sending;
		const answer = await fetch(url, {
			method: 'POST',
			body: new FormData(form),
			signal,
			keepalive: true,
		}).catch(() => undefined);
		if (signal.aborted) return;
		said.textContent = answer?.ok ? `${saved} ${clock(new Date())}` : failed;
		if (!answer || answer.status >= 500) later(again);
	};
	const flush = (): void => {
		if (timer !== undefined && document.visibilityState === 'hidden') later(0);
	};
	form.addEventListener('input', () => later(pause));
	document.addEventListener('visibilitychange', flush);
	// Sent for good: a draft that would arrive after it would come back for nothing.
	form.addEventListener('submit', () => {
		clearTimeout(timer);
		timer = undefined;
		sending.abort();
	});
}

const clock = (at: Date): string => `${at.getHours()} h ${String(at.getMinutes()).padStart(2, '0')}`;
