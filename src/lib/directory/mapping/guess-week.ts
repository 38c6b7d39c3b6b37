import { wordsIn } from './guess-names.ts';
import { type DayRule, type Weekday, weekdays } from './mapping.ts';

const english: Readonly<Record<string, Weekday>> = {
	monday: 'lundi',
	tuesday: 'mardi',
	wednesday: 'mercredi',
	thursday: 'jeudi',
	friday: 'vendredi',
	saturday: 'samedi',
	sunday: 'dimanche',
};
const starts = new Set(['debut', 'ouverture', 'from', 'start', 'open', 'opens', 'deb', 'heuredebut']);
const ends = new Set(['fin', 'fermeture', 'to', 'end', 'close', 'closes', 'heurefin']);

interface DayColumn {
	readonly column: string;
	readonly day: Weekday;
	readonly half: number;
	readonly side: 'start' | 'end' | undefined;
}

/** The hours of each day, from columns that bear a day's name: « lundi », « Lundi matin », `mardi_am_debut`. */
export function guessWeek(columns: readonly string[]): {
	week: Partial<Record<Weekday, DayRule>>;
	used: string[];
} {
	const found = columns.flatMap((column) => dayColumn(column) ?? []);
	const days = new Set(found.map(({ day }) => day));
	if (days.size < 3) return { week: {}, used: [] };
	const week = weekdays.flatMap((day) => {
		const own = found.filter((one) => one.day === day);
		return own.length > 0 ? [[day, ruleOf(own)] as const] : [];
	});
	return { week: Object.fromEntries(week), used: found.map(({ column }) => column) };
}

function dayColumn(column: string): DayColumn | undefined {
	const words = wordsIn(column);
	const day =
		weekdays.find((name) => words.includes(name)) ?? words.map((word) => english[word]).find((name) => name);
	if (!day) return undefined;
	const afternoon = words.some((word) => /^(?:apm?|am2|pm|apres|soir|aprem|afternoon|2)$/.test(word));
	const side = words.some((word) => starts.has(word))
		? 'start'
		: words.some((word) => ends.has(word))
			? 'end'
			: undefined;
	return { column, day, half: afternoon ? 1 : 0, side };
}

function ruleOf(own: readonly DayColumn[]): DayRule {
	const halves = [0, 1].flatMap((half): readonly DayRule[] => {
		const some = own.filter((one) => one.half === half);
		const from = some.find(({ side }) => side === 'start')?.column;
		const to = some.find(({ side }) => side === 'end')?.column;
		if (from !== undefined && to !== undefined) return [{ from, to }];
		return some.filter(({ side }) => side === undefined).map(({ column }) => column);
	});
	const [only] = halves;
	return halves.length === 1 && only !== undefined ? only : halves;
}
