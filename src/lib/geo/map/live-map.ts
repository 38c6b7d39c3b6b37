/** Offers the moving map of what `data-places` tells, fetched with its library when first asked. Browser only. */
export function liveMap(element: HTMLElement): void {
	const [button, dialog] = [element.querySelector('button'), element.querySelector('dialog')];
	const message = dialog?.querySelector<HTMLElement>('[role=status]');
	const { places, failed = '' } = element.dataset;
	if (!button || !dialog || !message || !places || typeof dialog.showModal !== 'function') return;
	const waiting = message.textContent;
	let close: () => void = () => {};
	button.hidden = false;
	button.onclick = async () => {
		dialog.showModal();
		try {
			const { showMap } = await import('./show-map.ts');
			const shown = await showMap(dialog, places, () => dialog.close());
			message.hidden = true;
			close = shown;
			if (!dialog.open) shown();
		} catch {
			message.textContent = failed;
		}
	};
	dialog.onclose = () => {
		close();
		message.textContent = waiting;
		message.hidden = false;
	};
}
