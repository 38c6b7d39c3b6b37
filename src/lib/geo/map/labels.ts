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
	/** Radius of the dot, in pixels. */
	readonly dot: number;
}

export interface Label {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Mean width of a letter against its height, in the fonts of the house: measured, with some air. */
const letterWidth = 0.54;

/** Writes the names, first come first served, where they hide nothing; a name that fits nowhere is left out. */
export function placeLabels(names: readonly Named[], frame: Box, taken: readonly Box[]): Label[] {
	const busy = [...taken];
	return names.flatMap((named) => {
		for (const { label, box } of choices(named)) {
			if (!within(box, frame) || busy.some((other) => collide(box, other))) continue;
			busy.push(box);
			return [label];
		}
		return [];
	});
}

function choices({ name, at: [x, y], size, dot }: Named): { label: Label; box: Box }[] {
	const gap = dot + 4;
	const width = name.length * size * letterWidth;
	const label = (anchor: Label['anchor'], dx: number, dy: number) => {
		const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
		const baseline = y + dy + size * 0.34;
		return {
			label: { text: name, x: x + dx, y: baseline, size, anchor },
			box: { left, right: left + width, top: baseline - size * 0.85, bottom: baseline + size * 0.3 },
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
