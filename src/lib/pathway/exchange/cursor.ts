/** How far a reader has read: what it read last, by the instant of its last change, then by its id. */
export interface Position {
	readonly at: Date;
	readonly id: string;
}

/**
 * What has just changed is told a little later: two acts begun in one order may end in the other, and a reader who had
 * passed the second would never see the first. In milliseconds.
 */
export const settlesAfter = 5000;

const shape = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The cursor that a reader gives back to read on from there: nothing in it says who or what. */
export const cursorOf = ({ at, id }: Position): string => `${at.getTime()}.${id}`;

/** The place that a cursor says; nothing when it is none of ours. */
export function positionIn(cursor: string): Position | undefined {
	const [, at, id] = shape.exec(cursor) ?? [];
	const date = new Date(Number(at));
	return id && !Number.isNaN(date.getTime()) ? { at: date, id } : undefined;
}
