import type { Closure } from './organisation.ts';

/** The closure of a day (YYYY-MM-DD), the longest when several hold. */
export const closureOn = (closures: readonly Closure[], day: string): Closure | undefined =>
	closures
		.filter(({ from, to }) => from <= day && (to === null || day <= to))
		.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)))[0];

/** Those of a service, and of the organisation that offers it: when it is closed, so is the service. */
export const closuresOfBoth = ({
	closures,
	organisation,
}: {
	readonly closures: readonly Closure[];
	readonly organisation: { readonly closures: readonly Closure[] };
}): Closure[] => [...closures, ...organisation.closures];

/** The closures that begin after a day, the nearest first. */
export const closuresAfter = (closures: readonly Closure[], day: string): Closure[] =>
	closures.filter(({ from }) => from > day).toSorted((a, b) => a.from.localeCompare(b.from));

const lastDay = ({ to }: Closure): string => to ?? '9999-12-31';

/** The first day it is open again after a day of closure; null when nobody knows. Closures that touch count as one. */
export function reopeningAfter(closures: readonly Closure[], day: string): string | null {
	let next = day;
	for (;;) {
		const closure = closureOn(closures, next);
		if (!closure) return next;
		if (closure.to === null) return null;
		next = dayAfter(closure.to);
	}
}

const dayMs = 86_400_000;
const dayAfter = (day: string): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

/** Today's date in Paris, YYYY-MM-DD. */
export const parisDay = (at: Date): string => paris.format(at);
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
