import { translate } from '#lib/texts/translator.ts';
import type { Choices } from './choices.ts';
import { situationFields } from './field.ts';
import { guessFields } from './guess-fields.ts';
import type { SituationTable } from './table.ts';

const examples = 3;
const longest = 60;

/** The columns of her spreadsheet, what each says, chosen or guessed, and some of its cells. */
export function showColumns({ file, columns, lines }: SituationTable, choices: Choices | null) {
	const fields = choices?.fields ?? guessFields(columns);
	return {
		lead: translate('situations.columns-lead', { file, lines: lines.length }),
		columns: columns.map((label, rank) => ({
			name: `column-${rank}`,
			label,
			chosen: fields[rank] ?? '',
			example: exampleOf(lines.map(({ cells }) => cells[rank] ?? '')),
		})),
		options: [
			{ value: '', label: translate('situations.field-none') },
			...situationFields.map((value) => ({ value, label: translate(`situations.field.${value}`) })),
		],
		withoutStep: choices?.withoutStep ?? 'first-point',
	};
}
export type ShownColumns = ReturnType<typeof showColumns>;

function exampleOf(cells: readonly string[]): string {
	const said = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, examples);
	if (said.length === 0) return translate('situations.column-empty');
	const short = said.map((cell) => (cell.length > longest ? `${cell.slice(0, longest)}…` : cell));
	return translate('situations.column-example', { examples: short.join(' · ') });
}
