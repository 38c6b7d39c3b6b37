import type { SearchEntry } from './entry.ts';

/** Whether opening hours (OpenStreetMap) are open at an instant, where; undefined when they cannot be read. */
export type IsOpen = (openingHours: string, at: Date, communeCode: string | null) => boolean | undefined;

/** Distinct opening hours of the directory, with the answers of the current minute: each is asked once. */
export interface Openings {
	/** Schedule of each document, or -1. */
	readonly scheduleOf: Int32Array;
	readonly schedules: readonly { readonly hours: string; readonly communeCode: string | null }[];
	/** 0 not asked yet, 1 open, 2 not. */
	readonly answers: Uint8Array;
	asked: { minute: number; isOpen: IsOpen } | undefined;
}

const minuteMs = 60_000;

export function gatherOpenings(entries: readonly SearchEntry[]): Openings {
	const ids = new Map<string, number>();
	const schedules: { hours: string; communeCode: string | null }[] = [];
	const scheduleOf = Int32Array.from(entries, ({ openingHours, communeCode }) => {
		if (!openingHours) return -1;
		const key = `${communeCode ?? ''} ${openingHours}`;
		if (!ids.has(key)) ids.set(key, schedules.push({ hours: openingHours, communeCode }) - 1);
		return ids.get(key)!;
	});
	return { scheduleOf, schedules, answers: new Uint8Array(schedules.length), asked: undefined };
}

/** Forgets the answers when the minute, or the one who answers, has changed. */
export function refreshOpenings(openings: Openings, at: Date, isOpen: IsOpen): void {
	const minute = Math.floor(at.getTime() / minuteMs);
	if (openings.asked?.minute === minute && openings.asked.isOpen === isOpen) return;
	openings.answers.fill(0);
	openings.asked = { minute, isOpen };
}

export function isOpenNow(openings: Openings, doc: number, at: Date, isOpen: IsOpen): boolean {
	const id = openings.scheduleOf[doc]!;
	if (id < 0) return false;
	if (openings.answers[id] === 0) {
		const { hours, communeCode } = openings.schedules[id]!;
		openings.answers[id] = isOpen(hours, at, communeCode) === true ? 1 : 2;
	}
	return openings.answers[id] === 1;
}
