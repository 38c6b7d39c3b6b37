import { coarsePosition } from './position.ts';

/** Offers a search around the device: its form then leaves with `lat` and `lon` in place of `lieu`. Browser only. */
export function nearMe(element: HTMLElement): void {
	const button = element.querySelector('button');
	if (!button || !('geolocation' in navigator)) return;
	button.hidden = false;
	button.onclick = () => {
		if (button.ariaDisabled) return;
		button.ariaDisabled = 'true';
		say(element, 'busy');
		navigator.geolocation.getCurrentPosition(
			({ coords }) => {
				ready(element, button);
				send(element, coords);
			},
			({ code, PERMISSION_DENIED }) => {
				ready(element, button);
				say(element, code === PERMISSION_DENIED ? 'denied' : 'unknown');
			},
			{ timeout: 12_000, maximumAge: 300_000 },
		);
	};
}

/** The sentences stand in the page, as `data-busy` and so on. */
function say(element: HTMLElement, what: 'busy' | 'denied' | 'unknown' | null): void {
	const status = element.querySelector('[role=status]');
	if (status) status.textContent = what && (element.dataset[what] ?? null);
}

function ready(element: HTMLElement, button: HTMLElement): void {
	button.ariaDisabled = null;
	say(element, null);
}

function send(element: HTMLElement, { latitude, longitude }: GeolocationCoordinates): void {
	const form = element.closest('form');
	const { lat, lon } = coarsePosition(latitude, longitude);
	const fields = Object.entries({ lat, lon }).map(([name, value]) => hiddenField(name, `${value}`));
	element.append(...fields);
	const place = form?.elements.namedItem('lieu');
	if (place instanceof HTMLInputElement) place.value = '';
	form?.requestSubmit();
	// Whoever comes back finds the form as it was.
	for (const field of fields) field.remove();
}

function hiddenField(name: string, value: string): HTMLInputElement {
	const field = document.createElement('input');
	Object.assign(field, { type: 'hidden', name, value });
	return field;
}
