/** Without a script the browser's own menu prints: the button shows itself only when it works. Browser only. */
export function printButton(element: HTMLElement): void {
	element.hidden = false;
	element.onclick = () => window.print();
}
