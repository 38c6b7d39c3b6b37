import { mount, unmount } from 'svelte';
import type { Surroundings } from './backdrop.ts';
import LiveMap from './LiveMap.svelte';

/** Fetches what the map shows and draws it; answers how to take it away. Browser only. */
export async function showMap(
	target: HTMLElement,
	address: string,
	onleave: () => void,
): Promise<() => void> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
	const shown: Surroundings = await answer.json();
	const map = mount(LiveMap, { target, props: { ...shown, onleave } });
	return () => void unmount(map);
}
