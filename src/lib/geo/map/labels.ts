import type { Position } from './crop.ts';

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** A name to write beside a dot. */
export interface Named {
	readonly name: string;
	readonly at: Position;
	readonly size: number;
	/** What the name must go around, in pixels: its dot, or the pin that hides it. */
	readonly reach: number;
}

export interface Label {
	readonly text: string;
	/** The dot that it names. */
	readonly at: Position;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Mean width of a letter against its height, in the fonts of the house: measured, with some air. */
const letterWidth = 0.56;

/** Radius of a town's dot, in pixels. */
const dotRadius = 2;
/** Empty paper around a name, in pixels. */
const air = 3;

/** Writes names where they hide nothing, first come first served, until there are enough of them. */
export function placeLabels(
	names: readonly Named[],
	frame: Box,
	taken: readonly Box[],
	most: number,
): Label[] {
	const busy = [...taken];
	const written = new Map<string, Label>();
	for (const named of names) {
		if (written.size === most) break;
		if (written.has(named.name)) continue;
		const choice = choices(named).find(
			({ box }) => within(box, frame) && !busy.some((other) => collide(box, other)),
		);
		if (!choice) continue;
		busy.push(choice.box, boxAround(named.at, dotRadius));
		written.set(named.name, choice.label);
	}
	return [...written.values()];
}

function choices({ name, at, size, reach }: Named): { label: Label; box: Box }[] {
	const [x, y] = at;
	const gap = reach + 4;
	const width = name.length * size * letterWidth;
	const label = (anchor: Label['anchor'], dx: number, dy: number) => {
		const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
		const baseline = y + dy + size * 0.34;
		return {
			label: { text: name, at, x: x + dx, y: baseline, size, anchor },
			box: {
				left: left - air,
				right: left + width + air,
				top: baseline - size * 0.85 - air,
				bottom: baseline + size * 0.3 + air,
			},
		};
	};
	return [
		label('start', gap, 0),
		label('end', -gap, 0),
		label('middle', 0, -gap - size * 0.5),
		label('middle', 0, gap + size * 0.5),
	];
}

const within = (box: Box, frame: Box): boolean =>
	box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

export const collide = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const boxAround = ([x, y]: Position, reach: number): Box => ({
	left: x - reach,
	right: x + reach,
	top: y - reach,
	bottom: y + reach,
});

/** What stands over towns and must stay whole, such as a pin. */
export interface Mark {
	readonly at: Position;
	readonly reach: number;
}

/** What a town's name goes around: its dot, or the mark that hides it. */
export const reachOf = ([x, y]: Position, marks: readonly Mark[]): number =>
	marks.reduce((most, { at, reach }) => {
		const apart = Math.hypot(at[0] - x, at[1] - y);
		return apart < reach ? Math.max(most, reach + apart) : most;
	}, dotRadius);
