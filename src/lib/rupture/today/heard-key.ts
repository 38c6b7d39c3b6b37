/** What a key asks of the day. */
export type Heard = 'next' | 'previous' | 'main' | 'help';

interface Pressed {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
}
interface Around {
	/** The keys are turned off on this device. */
	readonly off: boolean;
	/** Somebody types, or a dialog is open. */
	readonly busy: boolean;
	/** A line itself has the focus, not something in it. */
	readonly onLine: boolean;
}

const anywhere: Readonly<Record<string, Heard>> = { j: 'next', k: 'previous', '?': 'help' };
const onALine: Readonly<Record<string, Heard>> = { ArrowDown: 'next', ArrowUp: 'previous', Enter: 'main' };

/** What a key asks, if it asks anything: never with a modifier, never while somebody types. */
export function hear({ key, ctrlKey, metaKey, altKey }: Pressed, around: Around): Heard | undefined {
	if (around.off || around.busy || ctrlKey || metaKey || altKey) return undefined;
	return anywhere[key] ?? (around.onLine ? onALine[key] : undefined);
}
