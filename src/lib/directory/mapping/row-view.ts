import { isRecord, keyOf, stepsOf, within } from './path.ts';

/** A cell, by the name that its file gives to its column. */
export interface Found {
	readonly column: string;
	readonly value: unknown;
}

/** What spreadsheets and machines write where there is nothing. */
const nothing = new Set(['', '-', '--', 'null', 'nan', 'none', 'n/a', '#n/a', '\\n', 'undefined']);

export const isNothing = (value: unknown): boolean => {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return value.length < 12 && nothing.has(value.trim().toLowerCase());
	if (Array.isArray(value)) return value.every(isNothing);
	return isRecord(value) && Object.values(value).every(isNothing);
};

/** A row whose columns are found as people name them. */
export class RowView {
	readonly values: Readonly<Record<string, unknown>>;
	private keys: readonly string[] | undefined;

	constructor(values: Readonly<Record<string, unknown>>) {
		this.values = values;
	}

	/** The cell of a column: by its exact name, by a loose one, else by a path into what another holds. */
	find(name: string): Found | undefined {
		if (Object.hasOwn(this.values, name)) return { column: name, value: this.values[name] };
		this.keys ??= Object.keys(this.values);
		const key = keyOf(this.keys, name);
		if (key !== undefined) return { column: key, value: this.values[key] };
		return /[.[]/.test(name) ? this.findWithin(name) : undefined;
	}

	/** Whether the row has the column at all, empty or not; of a path, where it starts. */
	has(name: string): boolean {
		if (this.find(name)) return true;
		const steps = stepsOf(name);
		return steps.some((_, rank) => rank > 0 && this.columnOf(steps.slice(0, rank)) !== undefined);
	}

	/** `a.b.c`: the column `a.b` may hold `c`, else the column `a` may hold `b.c`. */
	private findWithin(path: string): Found | undefined {
		const steps = stepsOf(path);
		for (let length = steps.length - 1; length > 0; length--) {
			const column = this.columnOf(steps.slice(0, length));
			if (column === undefined) continue;
			const value = within(this.values[column], steps.slice(length));
			return value === undefined ? undefined : { column: path, value };
		}
		return undefined;
	}

	private columnOf(steps: readonly (string | number)[]): string | undefined {
		const name = steps.join('.');
		return Object.hasOwn(this.values, name) ? name : keyOf(this.keys ?? [], name);
	}
}
