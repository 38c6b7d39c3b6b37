import { isReadable } from '#lib/time/opening-hours.ts';
import { readWeek } from '../formats/french-week.ts';

const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const short = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'] as const;
const oneDay = `(?:${[...dayNames.map((name) => `${name}s?`), ...short.map((name) => `${name}\\.?`)].join('|')})`;
const days = new RegExp(
	`^(?:le |les |du )?(${oneDay}(?:\\s*(?:,|et|-|–|au?|à)\\s*(?:le |du )?${oneDay})*|tous les jours)\\s*(?::|de )?\\s*(.+)$`,
	'i',
);

const longest = 300;

/**
 * Hours as people write them — « du lundi au vendredi 9h-12h et 14h-17h, samedi 9h-12h » — as OpenStreetMap's
 * `opening_hours`; undefined when they could mean two things. What is already written so is kept.
 */
export function readTypedHours(typed: string): string | undefined {
	if (typed.length > longest) return undefined;
	if (/^(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|24\/7)/.test(typed) && isReadable(typed)) return typed;
	const week = Array<string>(7).fill('');
	const [holidays, parts] = partsOf(typed);
	for (const part of parts) {
		const [, names = '', spans = ''] = days.exec(part) ?? [];
		const ranks = ranksOf(names);
		if (!ranks || ranks.some((rank) => week[rank] !== '')) return undefined;
		for (const rank of ranks) week[rank] = spans.trim();
	}
	const { expression } = readWeek(week);
	return expression === null ? undefined : [expression, ...holidays].join('; ');
}

/** One part a line, a semicolon, or a comma that a day follows a span after; public holidays apart. */
function partsOf(typed: string): [holidays: string[], parts: string[]] {
	const parts = typed
		.toLowerCase()
		.replace(/\bmidi\b/g, '12h')
		.replace(/([-–à]\s*)minuit\b/g, '$124h')
		.split(new RegExp(`[\\n;]|(?<=\\d|h|fermée?)\\s*[,.]?\\s+(?:et )?(?=(?:le |les |du )?${oneDay}\\b)`, 'i'))
		.map((part) => part.replace(/[\s.,]+$/, '').trim())
		.filter(Boolean);
	const closed = parts.some((part) => closedHolidays.test(part));
	return [closed ? ['PH off'] : [], parts.filter((part) => !closedHolidays.test(part))];
}

const closedHolidays = /^(?:les )?jours fériés\s*:?\s*fermée?$/;

/** Ranks of the days named, Monday 0; undefined when the names are none. */
function ranksOf(names: string): number[] | undefined {
	if (names === 'tous les jours') return [0, 1, 2, 3, 4, 5, 6];
	const words = names.split(new RegExp(`(${oneDay})`, 'i')).map((word) => word.trim());
	const ranks: number[] = [];
	for (let at = 1; at < words.length; at += 2) {
		const rank = short.findIndex((name) => words[at]!.startsWith(name));
		const last = ranks.at(-1);
		if (last !== undefined && /^(?:-|–|au|à|a)\b|^[-–]/.test(words[at - 1]!)) {
			if (rank <= last) return undefined;
			for (let between = last + 1; between < rank; between++) ranks.push(between);
		}
		ranks.push(rank);
	}
	return ranks.length > 0 && new Set(ranks).size === ranks.length ? ranks : undefined;
}
