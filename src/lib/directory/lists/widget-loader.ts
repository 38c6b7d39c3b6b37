/**
 * Runs on other people's pages, alone: puts the widget where its script tag stands, as tall as what it holds. What it
 * shows is told by the tag: `data-lieu`, `data-rayon`, `data-besoin`, `data-q`, `data-theme`
 * (several, spaces between), `data-titre`.
 */
export function loadWidget(): void {
	const script = document.currentScript;
	if (!(script instanceof HTMLScriptElement)) return;
	const { origin } = new URL(script.src);
	const address = new URL('/widget', origin);
	for (const theme of script.dataset.theme?.split(' ') ?? []) address.searchParams.append('theme', theme);
	for (const name of ['q', 'lieu', 'commune', 'rayon', 'besoin']) {
		const value = script.dataset[name];
		if (value) address.searchParams.set(name, value);
	}
	const frame = document.createElement('iframe');
	frame.src = address.href;
	frame.title = script.dataset.titre ?? 'Trouver de l’aide';
	frame.loading = 'lazy';
	frame.referrerPolicy = 'no-referrer';
	Object.assign(frame.style, { inlineSize: '100%', blockSize: '32rem', border: '0' });
	script.after(frame);
	window.addEventListener('message', ({ source, origin: from, data }) => {
		if (source !== frame.contentWindow || from !== origin) return;
		if (data?.passerelles === 'height' && Number.isFinite(data.height))
			frame.style.blockSize = `${Math.min(5000, Math.max(200, data.height))}px`;
	});
}
