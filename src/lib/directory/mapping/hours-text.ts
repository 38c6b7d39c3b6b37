import { readWeek } from '../formats/french-week.ts';
import { areReadable } from '../formats/readable-hours.ts';
import { withoutHtml } from './wording.ts';

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const short = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];

const clock = '\\d{1,2}\\s?(?:h|:)\\s?(?:[0-5]\\d)?';
const span = new RegExp(`(?:de )?(${clock})\\s?(?:-|a|jusqu'a)\\s?(${clock})`, 'g');
const longest = 1000;

/**
 * Opening hours as people write them, in OpenStreetMap's words: « Du lundi au vendredi de 9h à 12h et de 14h à 17h30,
 * samedi matin 9h-12h, fermé le mercredi », « 7j/7 24h/24 », « sur rendez-vous ». What already is in those words stays.
 * Undefined when a single word of it is not understood: a half-read text would close a door that is open.
 */
export function hoursInText(text: string): string | undefined {
	const given = withoutHtml(text);
	if (given === '' || given.length > longest) return undefined;
	if (/^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b|24\/7|\d\d:\d\d)/.test(given) && areReadable(given)) return given;
	const plain = plainOf(given);
	if (
		/^(?:ouverte?\s)?(?:7\s?j(?:ours)?\s?(?:\/|sur)\s?7)?[\s,;]*24\s?h?\s?\/\s?24\s?h?[\s,;]*(?:7\s?j(?:ours)?\s?(?:\/|sur)\s?7)?$/.test(
			plain,
		)
	)
		return '24/7';
	if (/^(?:uniquement |seulement )?sur (?:rendez-vous|rdv)(?: uniquement| seulement)?\.?$/.test(plain))
		return '"sur rendez-vous"';
	return weekIn(plain);
}

const plainOf = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[\u2010-\u2015\u2212→>]/g, '-')
		.replace(/[’`]/g, "'")
		.replace(/\bmidi\b(?!-)/g, '12h')
		.replace(/\bminuit\b/g, '24h')
		.replace(/\bheures?\b/g, 'h')
		.replace(/(\d)\s?h\s?(\d{2})/g, '$1h$2')
		.replace(/\s+/g, ' ')
		.trim();

interface Day {
	spans: string[];
	closed: boolean;
}

/** Reads days, then their spans, from left to right. */
function weekIn(plain: string): string | undefined {
	const week: Day[] = days.map(() => ({ spans: [], closed: false }));
	let current: readonly number[] = [];
	let spansSince = false;
	let closing = false;
	for (const token of tokensOf(plain)) {
		if (token === undefined) return undefined;
		if (token.kind === 'closed' && current.length > 0 && !spansSince) current = [];
		else if (token.kind === 'closed') closing = true;
		else if (token.kind === 'days') {
			if (closing) for (const day of token.days) week[day]!.closed = true;
			else current = spansSince || current.length === 0 ? token.days : [...current, ...token.days];
			spansSince = closing ? spansSince : false;
		} else {
			if (current.length === 0 || closing) return undefined;
			spansSince = true;
			for (const day of current) week[day]!.spans.push(token.span);
		}
	}
	if (!spansSince && !closing) return undefined;
	return readWeek(week.map(({ spans, closed }) => (closed ? '' : spans.join(' / ')))).expression ?? undefined;
}

type Token =
	| { readonly kind: 'days'; readonly days: readonly number[] }
	| { readonly kind: 'span'; readonly span: string }
	| { readonly kind: 'closed' };

const dayName = `(?:${days.join('|')}|(?:${short.join('|')})\\b\\.?)`;
const daysForm = new RegExp(
	`(?:du |de |le |les )?(${dayName})s?(?: matin)?\\s?(?:-|au|a)\\s?(${dayName})s?|(?:du |de |le |les )?(${dayName})s?`,
	'y',
);
const wholeWeek = /(?:tous les jours(?: de la semaine)?|7\s?j(?:ours)?\s?(?:\/|sur)\s?7|toute la semaine)/y;
const workDays = /(?:en semaine|jours ouvres|les jours ouvrables)/y;
const weekEnd = /(?:les? )?week-?end/y;
const closedForm = /(?:sauf|ferme(?:e|ture)?s?|hors)(?: au public)?/y;
const filler =
	/(?:[\s,;:./|&()+-]+|\b(?:le|les|du|de|et|puis|ainsi que|ouverte?s?|ouverture|accueil|horaires?|d'ouverture|au public|matins?|apres-midis?|a partir|permanences?|(?:avec ou )?sans rendez-vous|journee continue|non-stop|soirs?)\b)/y;

function* tokensOf(plain: string): Generator<Token | undefined> {
	let at = 0;
	const eat = (form: RegExp): RegExpExecArray | null => {
		form.lastIndex = at;
		const found = form.exec(plain);
		if (found) at += found[0].length;
		return found;
	};
	const spanHere = new RegExp(span.source, 'y');
	while (at < plain.length) {
		const before = at;
		const hours = eat(spanHere);
		const named = hours ? null : eat(daysForm);
		if (hours) yield { kind: 'span', span: `${told(hours[1])} - ${told(hours[2])}` };
		else if (named) yield { kind: 'days', days: rangeOf(named) };
		else if (eat(wholeWeek)) yield { kind: 'days', days: [0, 1, 2, 3, 4, 5, 6] };
		else if (eat(workDays)) yield { kind: 'days', days: [0, 1, 2, 3, 4] };
		else if (eat(weekEnd)) yield { kind: 'days', days: [5, 6] };
		else if (eat(closedForm)) yield { kind: 'closed' };
		else eat(filler);
		if (at === before) {
			yield undefined;
			return;
		}
	}
}

const told = (time = ''): string => time.replace(/\s/g, '').replace('h', ':').replace(/:$/, ':00');

function rangeOf([, first, last, only]: RegExpExecArray): number[] {
	if (only !== undefined) return [rankOf(only)];
	const [from, to] = [rankOf(first), rankOf(last)];
	const length = ((to - from + 7) % 7) + 1;
	return Array.from({ length }, (_, rank) => (from + rank) % 7);
}

const rankOf = (name = ''): number => short.indexOf(name.slice(0, 3));
