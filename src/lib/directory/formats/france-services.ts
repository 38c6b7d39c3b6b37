import { isReadable } from '#lib/time/opening-hours.ts';
import { type Place, plainOrganisation } from '../organisation.ts';
import { plainService } from '../service.ts';
import { type Cell, isMailbox, numberOf, textOf } from './cell.ts';
import { describeOrganisation, describeService } from './france-services-words.ts';
import { readWeek } from './french-week.ts';
import { Notes } from './notes.ts';
import type { ParsedRow, RawRow } from './row.ts';

const source = 'france-services';
const needed = ['id_fs', 'lib_fs', 'insee_com'] as const;
const hoursColumns = ['h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi', 'h_vendredi', 'h_samedi'] as const;

/** What the network helps with everywhere. */
const topics = [
	'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives',
	'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits',
	'numerique--acceder-a-des-services-en-ligne',
];

/**
 * One line of the national list of France services (Licence Ouverte 2.0): a place of the network and the help it
 * offers. `fileDate` (YYYY-MM-DD) is the day the list was published, for its lines bear no date.
 */
export function parseFranceServices(row: RawRow, { fileDate }: { fileDate: string }): ParsedRow {
	const notes = new Notes(row);
	const cell: Cell = (column) => textOf(row.values[column]);
	for (const column of needed) checkNeeded(row, column, notes);
	const entry = { source, sourceId: `${source}--${cell('id_fs')}`, updatedOn: fileDate, fictional: false };
	const { problems, warnings } = notes;
	if (problems.length > 0) {
		const about = cell('id_fs') === null ? [] : both(entry.sourceId);
		return { line: row.line, organisation: null, service: null, problems, warnings, about };
	}
	const seat = readSeat(cell, notes);
	return {
		line: row.line,
		organisation: { ...plainOrganisation, ...entry, ...seat.shared, ...organisationFields(cell) },
		service: { ...plainService, ...entry, ...seat.shared, ...serviceFields(cell, entry.sourceId, seat) },
		problems,
		warnings,
		about: both(entry.sourceId),
	};
}

const both = (sourceId: string) => [
	{ kind: 'organisation' as const, source, sourceId },
	{ kind: 'service' as const, source, sourceId },
];

function checkNeeded({ values }: RawRow, column: (typeof needed)[number], notes: Notes): void {
	const text = textOf(values[column]);
	if (!Object.hasOwn(values, column)) notes.reject(column, '', 'imports.row.no-column', { column });
	else if (text === null) notes.reject(column, '', 'imports.row.empty');
	else if (column === 'lib_fs' && (text.length < 3 || text.length > 150))
		notes.reject(column, text, 'imports.row.name-length', { count: text.length });
	else if (column === 'insee_com' && !/^\w{5}$/.test(text))
		notes.reject(column, text, 'imports.row.commune-code');
	else if (column === 'id_fs' && !/^[\w.:-]{1,100}$/.test(text)) notes.reject(column, text, 'imports.row.id');
}

/** Where, when and how to reach it: the same for the organisation and for its service. */
function readSeat(cell: Cell, notes: Notes) {
	const emails = readEmails(cell('mail'), notes);
	const hours = readHours(cell, notes);
	const shared = {
		link: null,
		phone: cell('telephone'),
		email: emails[0] ?? null,
		openingHours: hours.expression,
		place: readPlace(cell, notes),
	};
	return { shared, otherEmails: emails.slice(1), unclearHours: hours.unclear };
}

type Seat = ReturnType<typeof readSeat>;

const organisationFields = (cell: Cell) => ({
	name: cell('lib_fs') ?? '',
	description: describeOrganisation(cell),
	siret: null,
	website: null,
	accessibilityUrl: null,
	networks: /\bla poste\b/i.test(cell('lib_fs') ?? '') ? ['france-service', 'la-poste'] : ['france-service'],
});

function serviceFields(cell: Cell, organisationSourceId: string, seat: Seat) {
	const { name, mobilisationDetails, description } = describeService(cell, seat);
	const { phone, email } = seat.shared;
	return {
		organisationSourceId,
		name,
		description,
		kind: 'support' as const,
		topics,
		fee: 'free' as const,
		feeDetails: null,
		audiences: ['everyone' as const],
		audienceDetails: null,
		conditions: null,
		welcomeModes: ['on-site' as const],
		zone: [],
		contactName: null,
		mobilisationLink: null,
		mobilisationModes: [
			'visit' as const,
			...(phone ? ['phone' as const] : []),
			...(email ? ['email' as const] : []),
		],
		mobilisableBy: ['people' as const, 'professionals' as const],
		mobilisationDetails,
		weeklyHours: null,
		weeks: null,
	};
}

/** Some lines give several addresses: « a@b.fr - c@d.fr ». */
function readEmails(text: string | null, notes: Notes): string[] {
	const parts = (text ?? '').split(/\s+-\s+|[\s,;/]+/).filter((part) => part !== '');
	const emails = [...new Set(parts.filter(isMailbox))];
	if (parts.some((part) => !isMailbox(part))) notes.warn('mail', text, 'imports.row.email-left');
	return emails;
}

function readHours(cell: Cell, notes: Notes): { expression: string | null; unclear: boolean } {
	const { expression, unclear } = readWeek(hoursColumns.map((column) => cell(column) ?? ''));
	for (const day of unclear) {
		const column = hoursColumns[day] ?? '';
		notes.warn(column, cell(column), 'imports.france-services.unclear-hours');
	}
	const readable = expression !== null && isReadable(expression);
	return { expression: readable ? expression : null, unclear: unclear.length > 0 };
}

function readPlace(cell: Cell, notes: Notes): Place {
	const latitude = readNumber('latitude', cell, notes);
	const longitude = readNumber('longitude', cell, notes);
	const known = latitude !== null && longitude !== null;
	return {
		address: cell('adresse'),
		addressMore: cell('complement_adresse'),
		postcode: readPostcode(cell('code_postal'), notes),
		communeName: cell('lib_com'),
		inseeCode: cell('insee_com'),
		communeCode: null,
		longitude: known ? longitude : null,
		latitude: known ? latitude : null,
		position: known ? 'given' : 'unknown',
	};
}

function readNumber(column: string, cell: Cell, notes: Notes): number | null {
	const text = cell(column);
	const number = text === null ? undefined : numberOf(text);
	if (text !== null && number === undefined) notes.warn(column, text, 'imports.row.number-left');
	return number ?? null;
}

function readPostcode(text: string | null, notes: Notes): string | null {
	if (text === null || /^\d{5}$/.test(text)) return text;
	notes.warn('code_postal', text, 'imports.row.postcode-left');
	return null;
}
