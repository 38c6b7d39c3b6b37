/** Tells the page around how tall this one is, each time that it changes; it says nothing else. Browser only. */
export function widgetFrame(element: HTMLElement): void {
	if (window.parent === window) return;
	const tell = (): void => {
		const height = Math.ceil(element.getBoundingClientRect().bottom + window.scrollY) + 8;
		window.parent.postMessage({ passerelles: 'height', height }, '*');
	};
	new ResizeObserver(tell).observe(element);
	tell();
}
