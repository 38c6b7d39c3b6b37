const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

interface Span {
	readonly from: number;
	readonly to: number;
}

export interface Week {
	/** OpenStreetMap `opening_hours`; null when nothing is open, or when a day is not understood. */
	readonly expression: string | null;
	/** Ranks of the days, Monday 0, that cannot be understood for certain. */
	readonly unclear: readonly number[];
}

/**
 * Reads a week written day by day as in « 09:00 - 12:00 / 13:30 - 17:00 », Monday first; an empty day is closed.
 * What can only mean one thing is put right: a span told twice, two spans that touch, the filler « 00:00 - 00:00 ».
 * Spans that overlap otherwise may hide a slip or a second place: the day is unclear, and so is the week.
 */
export function readWeek(texts: readonly string[]): Week {
	const read = texts.map(readDay);
	const unclear = read.flatMap((spans, day) => (spans === undefined ? [day] : []));
	const spans = read.map((day) => (day ?? []).map(written).join(','));
	return { expression: unclear.length > 0 ? null : grouped(spans) || null, unclear };
}

function readDay(text: string): Span[] | undefined {
	if (/^\s*(?:ferm[ée]e?|-+)?\s*$/i.test(text)) return [];
	const spans = text.split(/\/|;|,|\bet\b/i).map(readSpan);
	const told = spans.filter((span) => span !== undefined).filter((span) => !isFiller(span));
	if (spans.includes(undefined)) return undefined;
	return merged(told.sort((a, b) => a.from - b.from || a.to - b.to));
}

const spanForm = /^\s*(?:de\s+)?(\d{1,2})\s*[:hH]\s*(\d{2})?\s*(?:-|–|à)\s*(\d{1,2})\s*[:hH]\s*(\d{2})?\s*$/;

function readSpan(text: string): Span | undefined {
	const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = spanForm.exec(text) ?? [];
	if (fromHour === undefined || toHour === undefined) return undefined;
	const from = minutes(fromHour, fromMinute);
	const to = minutes(toHour, toMinute);
	if (from === undefined || to === undefined) return undefined;
	return from < to || (from === 0 && to === 0) ? { from, to } : undefined;
}

function minutes(hour: string, minute: string): number | undefined {
	const total = Number(hour) * 60 + Number(minute);
	return Number(minute) < 60 && total <= 1440 ? total : undefined;
}

const isFiller = ({ from, to }: Span): boolean => from === 0 && to === 0;

/** Undefined when spans overlap without being the same. */
function merged(spans: readonly Span[]): Span[] | undefined {
	const kept: Span[] = [];
	for (const span of spans) {
		const last = kept.at(-1);
		if (!last || last.to < span.from) kept.push(span);
		else if (last.to === span.from) kept[kept.length - 1] = { from: last.from, to: span.to };
		else if (last.from !== span.from || last.to !== span.to) return undefined;
	}
	return kept;
}

const written = ({ from, to }: Span): string => `${clock(from)}-${clock(to)}`;
const clock = (total: number): string =>
	`${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;

/** Neighbouring days with the same hours are told together: `Mo-Fr 09:00-12:00; Sa 10:00-12:00`. */
function grouped(spans: readonly string[]): string {
	const rules: { first: number; last: number; spans: string }[] = [];
	spans.forEach((hours, day) => {
		const last = rules.at(-1);
		if (last?.spans === hours) last.last = day;
		else rules.push({ first: day, last: day, spans: hours });
	});
	return rules
		.filter((rule) => rule.spans !== '')
		.map((rule) => `${dayRange(rule.first, rule.last)} ${rule.spans}`)
		.join('; ');
}

const dayRange = (first: number, last: number): string =>
	first === last ? `${days[first]}` : `${days[first]}-${days[last]}`;
