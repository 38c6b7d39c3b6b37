import type { GuessedColumns } from './guess-columns.ts';
import { wordsIn } from './guess-names.ts';
import { textOf, yesOrNo } from './text.ts';

/** A fee told by a yes or a no: « Gratuit : oui » is free, « Payant : oui » is not. Undefined when it is told otherwise. */
export function guessFee(columns: GuessedColumns): Readonly<Record<string, unknown>> | undefined {
	const column = columns.of('fee');
	const values = columns.valuesOf('fee');
	if (column === undefined || values.length === 0) return undefined;
	if (values.some((value) => yesOrNo(value) === undefined || textOf(value) === '')) return undefined;
	const isFree = wordsIn(column).some((word) => /^(?:gratuite?s?|gratuites?|free|gratuitement)$/.test(word));
	const [yes, no] = isFree ? ['gratuit', 'payant'] : ['payant', 'gratuit'];
	const met = [...new Set(values.map((value) => textOf(value)))];
	const table = Object.fromEntries(met.map((told) => [told, yesOrNo(told) ? yes : no]));
	return { column, steps: [{ table }] };
}
