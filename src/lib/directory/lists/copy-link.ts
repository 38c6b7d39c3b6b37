/** Without a script the link is selected and copied by hand: the button shows itself only when it works. Browser only. */
export function copyLink(element: HTMLElement): void {
	const input = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
	const button = element.querySelector('button');
	if (!input || !button || !navigator.clipboard) return;
	button.hidden = false;
	button.onclick = async () => {
		await navigator.clipboard.writeText(input.value);
		button.textContent = button.dataset.done ?? '';
	};
}
