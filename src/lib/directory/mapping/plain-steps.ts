import { departmentIn, inseeCodeIn, postcodeIn, siretIn, streetIn, townIn } from './codes.ts';
import { emailsIn, linkIn, phonesIn } from './contacts.ts';
import { dayIn } from './days.ts';
import { eachText, readEach } from './each-text.ts';
import { closedOnHolidays, weekOfObject } from './hours-object.ts';
import { hoursInText } from './hours-text.ts';
import { languageIn } from './languages.ts';
import { numberIn } from './numbers.ts';
import type { Finding, Scope } from './scope.ts';
import { listOf, shown, textOf, yesOrNo } from './text.ts';
import * as wording from './wording.ts';

type PlainStep = (value: unknown, scope: Scope) => unknown;

const onText =
	(work: (text: string) => unknown): PlainStep =>
	(value) =>
		eachText(value, work);

const reading =
	(reason: Finding['reason'], read: (value: unknown) => unknown): PlainStep =>
	(value, scope) =>
		readEach(value, scope, reason, read);

const readingText = (reason: Finding['reason'], read: (text: string) => unknown): PlainStep =>
	reading(reason, (value) => read(textOf(value)));

/** Steps that take no setting, by the name that a mapping gives them. */
export const plainSteps: Readonly<Record<string, PlainStep>> = {
	lower: onText((text) => text.toLowerCase()),
	upper: onText((text) => text.toUpperCase()),
	title: onText(wording.titled),
	sentence: onText(wording.capitalised),
	calm: onText(wording.calm),
	text: onText(wording.withoutHtml),
	'one-line': onText((text) => text.replace(/\s+/g, ' ')),
	digits: onText((text) => text.replace(/\D/g, '')),
	slug: onText(wording.slugged),
	lines: (value) => linesOf(textOf(value)),
	unique: (value) => (Array.isArray(value) ? distinct(value) : value),
	first: (value) => (Array.isArray(value) ? listOf(value)[0] : value),
	last: (value) => (Array.isArray(value) ? listOf(value).at(-1) : value),
	count: (value) => listOf(value).length,
	phone: readingText('mapping.row.phone', (text) => phonesIn(text)[0]),
	phones: (value) => distinct(phonesIn(textOf(value))),
	email: readingText('mapping.row.email', (text) => emailsIn(text)[0]),
	emails: (value) => distinct(emailsIn(textOf(value))),
	url: readingText('mapping.row.url', linkIn),
	postcode: readingText('mapping.row.postcode', postcodeIn),
	street: onText(streetIn),
	town: onText(townIn),
	insee: readingText('mapping.row.insee', inseeCodeIn),
	department: readingText('mapping.row.department', departmentIn),
	siret: (value, scope) => readEach(value, scope, siretFault(value), (one) => siretIn(textOf(one))),
	date: reading('mapping.row.date', (value) => dayIn(value)),
	number: reading('mapping.row.number', numberIn),
	whole: reading('mapping.row.number', (value) => rounded(numberIn(value))),
	boolean: reading('mapping.row.not-yes-or-no', (value) => yesOrNo(value)),
	languages: readingText('mapping.row.language', languageIn),
	hours: readHours,
};

/** Spreadsheets show fourteen digits as « 8,07469E+13 », and write them so: the last ones are lost. */
const siretFault = (value: unknown): Finding['reason'] =>
	/\dE\+?\d/i.test(textOf(value)) ? 'mapping.row.siret-shortened' : 'mapping.row.siret';

const distinct = (list: readonly unknown[]): unknown[] => [...new Set(list)];
const rounded = (number: number | undefined) => (number === undefined ? undefined : Math.round(number));
const linesOf = (text: string): string[] =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** Hours in a text or in an object; a text that is not understood stays as it is, to be shown. */
function readHours(value: unknown, scope: Scope): unknown {
	if (typeof value === 'object' && value !== null) return readHoursObject(value, scope);
	const text = textOf(value);
	const read = hoursInText(text);
	if (read === undefined && text !== '')
		scope.note('warn', 'mapping.row.hours-unclear', { value: shown(text) });
	return read ?? text;
}

function readHoursObject(value: object, scope: Scope): unknown {
	const week = weekOfObject(value);
	if (week && week.expression === null)
		scope.note('warn', 'mapping.row.hours-unclear', { value: shown(value) });
	return week?.expression && `${week.expression}${closedOnHolidays(value) ? '; PH off' : ''}`;
}
