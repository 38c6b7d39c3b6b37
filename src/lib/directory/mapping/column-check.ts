import { columnNeeds, type Need } from './column-needs.ts';
import { nearest } from './loose.ts';
import type { Part } from './mapping.ts';
import { RowView } from './row-view.ts';

/** A column that no row has, and the one that may have been meant. */
export interface MissingColumn {
	readonly names: readonly string[];
	readonly near: string | undefined;
}

/** Watches rows go by, and knows which of the columns that a part asks for were never there. */
export class ColumnCheck {
	private left: readonly Need[];
	private readonly known = new Set<string>();

	constructor(part: Part, from?: string) {
		this.left = columnNeeds(part).filter((need) => need.from === from);
	}

	see(values: Readonly<Record<string, unknown>>): void {
		if (this.left.length === 0) return;
		const row = new RowView(values);
		this.left = this.left.filter(({ names }) => !names.some((name) => row.has(name)));
		if (this.left.length > 0 && this.known.size < 1000)
			for (const name of Object.keys(values)) this.known.add(name);
	}

	missing(): MissingColumn[] {
		return this.left.map(({ names }) => ({ names, near: nearest(names[0] ?? '', this.known) }));
	}
}
