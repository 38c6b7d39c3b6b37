import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate, type Values } from '#lib/texts/translator.ts';
import type { Problem, RawRow } from './row.ts';

const longestShown = 200;

/** Gathers what is to be said of one line. */
export class Notes {
	readonly problems: Problem[] = [];
	readonly warnings: Problem[] = [];
	private readonly line: number;

	constructor({ line, extraCells }: RawRow) {
		this.line = line;
		if (extraCells) this.reject('', '', 'imports.row.too-many-cells', { count: extraCells });
	}

	reject(field: string, value: unknown, reason: TextKey, values?: Values): void {
		this.problems.push(this.note(field, value, reason, values));
	}

	warn(field: string, value: unknown, reason: TextKey, values?: Values): void {
		this.warnings.push(this.note(field, value, reason, values));
	}

	private note(field: string, value: unknown, reason: TextKey, values?: Values): Problem {
		return { line: this.line, field, value: shown(value), problem: translate(reason, values) };
	}
}

function shown(value: unknown): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
