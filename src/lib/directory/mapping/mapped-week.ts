import { readWeek } from '../formats/french-week.ts';
import { type DayRule, type RuleObject, weekdays } from './mapping.ts';
import type { Scope } from './scope.ts';
import { textOf, yesOrNo } from './text.ts';

/**
 * Opening hours told day by day, or half-day by half-day. What cannot be understood for certain is given back as it is
 * written, day by day: it is then shown, and nothing says open or closed.
 */
export function readMappedWeek(week: NonNullable<RuleObject['week']>, scope: Scope): string | undefined {
	const texts = weekdays.map((day) => dayText(week[day] ?? [], scope));
	const { expression, unclear } = readWeek(texts.map(asSpans));
	if (unclear.length === 0) return expression ?? undefined;
	const told = weekdays.flatMap((day, rank) => (texts[rank] ? [`${day} ${texts[rank]}`] : []));
	scope.note('warn', 'mapping.row.hours-unclear', { value: texts[unclear[0] ?? 0] ?? '' });
	return told.join(' ; ');
}

function dayText(rule: DayRule, scope: Scope): string {
	if (typeof rule === 'string') return textOf(scope.cell(rule));
	if (isList(rule)) {
		const spans = rule.map((inner) => dayText(inner, scope));
		return spans.filter((span) => !closed.test(span.trim())).join(' / ');
	}
	if (rule.from !== undefined && rule.to !== undefined) {
		const [from, to] = [rule.from, rule.to].map((column) => textOf(scope.cell(column)));
		return from || to ? `${from} - ${to}` : '';
	}
	if (rule.column === undefined) return rule.hours ?? '';
	const cell = scope.cell(rule.column);
	if (rule.hours === undefined) return textOf(cell);
	return yesOrNo(cell) ? rule.hours : '';
}

const isList = (rule: DayRule): rule is readonly DayRule[] => Array.isArray(rule);

const closed = /^(?:closed|ferm[ée]e?s?|non|x|néant|neant|-+)?$/i;

/** What spreadsheets write for hours, as `readWeek` reads them: « 9-12 », « 0900-1200 », « 9.30 à 12 », « 9h/12h ». */
function asSpans(text: string): string {
	const plain = text
		.trim()
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(closed, '')
		.replace(/\bmidi\b/gi, '12:00')
		.replace(/(\d{1,2}):(\d{2}):\d{2}/g, '$1:$2')
		.replace(nextSpan, '$1 / ');
	return plain
		.split(/(\s*\/\s*|\s*[;,|\n]\s*|\s+et\s+)/i)
		.map((part) => part.replace(bare, (_, h1, m1 = '00', h2, m2 = '00') => `${h1}:${m1} - ${h2}:${m2}`))
		.map((part) => part.replace(/^\s*[|\n]\s*$/, ' / '))
		.join('');
}

/** The end of a span that another follows without a sign: « 9h-12h 14h-17h ». */
const nextSpan = /((?:-|à)\s?\d{1,2}\s?[h:.](?:\d{2})?)\s+(?=(?:de\s+)?\d{1,2}\s?[h:.])/gi;

const bare =
	/^\s*(?:de\s+)?(\d{1,2})(?:\s?[.:hH]?\s?(\d{2}))?\s?[hH]?\s*(?:-|à|a)\s*(\d{1,2})(?:\s?[.:hH]?\s?(\d{2}))?\s?[hH]?\s*$/;
