import type { SteeringTable } from './steering.ts';

/** A cell of a table of figures; a leading sign that a spreadsheet would run is kept as text. */
const cell = (text: string): string => {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const line = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;

/** What the page shows, and nothing more: the same tables, one under the other, for a spreadsheet (UTF-8 with its mark). */
export const steeringCsv = (tables: readonly SteeringTable[]): string =>
	`\uFEFF${tables
		.map(({ title, columns, lines }) =>
			[line([title, ...columns]), ...lines.map(({ label, cells }) => line([label, ...cells]))].join(''),
		)
		.join('\r\n')}`;
