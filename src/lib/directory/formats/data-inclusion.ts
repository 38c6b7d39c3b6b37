import type { z } from 'zod';
import { isTextKey } from '#lib/texts/translator.ts';
import { readCells, shortened } from './data-inclusion-cells.ts';
import { organisationOf, serviceOf } from './data-inclusion-entries.ts';
import { isDay } from './data-inclusion-rules.ts';
import { serviceSchema, structureSchema } from './data-inclusion-schemas.ts';
import { Notes } from './notes.ts';
import { areReadable } from './readable-hours.ts';
import type { EntryName, ParsedRow, Problem, RawRow } from './row.ts';

const ofServices = [
	...['structure_id', 'structure', 'thematiques', 'type', 'frais', 'frais_precisions', 'publics'],
	...['publics_precisions', 'conditions_acces', 'modes_accueil', 'zone_eligibilite', 'contact_nom_prenom'],
	...['lien_mobilisation', 'modes_mobilisation', 'mobilisable_par', 'mobilisation_precisions'],
	...['volume_horaire_hebdomadaire', 'nombre_semaines'],
];

/** Which of data·inclusion's two kinds a line is: a service has fields that no structure has. */
const kindOfRow = (values: RawRow['values']): 'structure' | 'service' =>
	ofServices.some((name) => values[name] !== undefined && values[name] !== '') ? 'service' : 'structure';

/**
 * Reads a line of data·inclusion v1: a `structure`, or a `service` with perhaps its `structure` inside, as the API
 * answers one service. `today` is a calendar date, YYYY-MM-DD.
 */
export function parseDataInclusion(row: RawRow, { today }: { today: string }): ParsedRow {
	return kindOfRow(row.values) === 'structure' ? parseStructure(row, today) : parseService(row, today);
}

function parseStructure(row: RawRow, today: string): ParsedRow {
	const notes = new Notes(row);
	const cells = readCells(row.values, notes);
	const told = checked(structureSchema, cells, notes, today);
	const { problems, warnings } = notes;
	const organisation = told && problems.length === 0 ? organisationOf(told) : null;
	return {
		line: row.line,
		organisation,
		service: null,
		problems,
		warnings,
		about: named('organisation', cells),
	};
}

function parseService(row: RawRow, today: string): ParsedRow {
	const notes = new Notes(row);
	const cells = readCells(row.values, notes);
	const told = checked(serviceSchema, cells, notes, today);
	const within = structureWithin(row, today, notes);
	if (told && within?.organisation && within.organisation.sourceId !== told.structure_id)
		notes.reject('structure.id', within.organisation.sourceId, 'imports.field.other-organisation', {
			value: within.organisation.sourceId,
		});
	const problems = [...notes.problems, ...(within?.problems ?? [])];
	const right = told && problems.length === 0;
	return {
		line: row.line,
		organisation: (right && within?.organisation) || null,
		service: right ? serviceOf(told) : null,
		problems,
		warnings: [...notes.warnings, ...(within?.warnings ?? [])],
		about: [...named('service', cells), ...(within?.about ?? [])],
	};
}

/** The entry that a line names, whatever else is wrong with it. */
const named = (kind: EntryName['kind'], { source, id }: Record<string, unknown>): EntryName[] =>
	typeof source === 'string' && typeof id === 'string' ? [{ kind, source, sourceId: id }] : [];

function structureWithin({ line, values }: RawRow, today: string, notes: Notes): ParsedRow | null {
	const given = values.structure ?? flattened(values);
	if (given === undefined || given === null || given === '') return null;
	if (!isRecord(given)) {
		notes.reject('structure', given, 'imports.field.not-object', { value: shortened(String(given)) });
		return null;
	}
	const read = parseStructure({ line, values: given }, today);
	const within = (problem: Problem): Problem => ({ ...problem, field: `structure.${problem.field}` });
	return { ...read, problems: read.problems.map(within), warnings: read.warnings.map(within) };
}

/** A table writes the fields of the structure within as `structure.nom`. */
function flattened(values: RawRow['values']): Record<string, unknown> | undefined {
	const fields = Object.entries(values).filter(
		([name, value]) => name.startsWith('structure.') && value !== '',
	);
	if (fields.length === 0) return undefined;
	return Object.fromEntries(fields.map(([name, value]) => [name.slice('structure.'.length), value]));
}

const isRecord = (given: unknown): given is Record<string, unknown> =>
	typeof given === 'object' && given !== null && !Array.isArray(given);

/** What the cells tell, or undefined when they break a rule of the schema; doubts and faults are noted. */
function checked<Read>(
	schema: z.ZodType<Read>,
	cells: Record<string, unknown>,
	notes: Notes,
	today: string,
): Read | undefined {
	const { success, data, error } = schema.safeParse(cells);
	for (const issue of error?.issues ?? []) rejectIssue(cells, issue, notes);
	const day = cells.date_maj;
	if (typeof day === 'string' && isDay(day) && day > today)
		notes.reject('date_maj', day, 'imports.field.date-future', { value: day });
	if (success) noteDoubts(cells, notes);
	return success ? data : undefined;
}

function rejectIssue(cells: Record<string, unknown>, issue: z.core.$ZodIssue, notes: Notes): void {
	const [field = '', rank] = issue.path.map(String);
	const cell = cells[field];
	const given: unknown = Array.isArray(cell) && rank !== undefined ? cell[Number(rank)] : cell;
	const reason = isTextKey(issue.message) ? issue.message : 'imports.field.missing';
	const value = shortened(typeof given === 'string' ? given : (JSON.stringify(given) ?? ''));
	notes.reject(field, given, reason, { value, ...(issue.code === 'custom' && issue.params) });
}

/** What enters and yet deserves a look. */
function noteDoubts(
	{ nom, id, source, horaires_accueil: hours }: Record<string, unknown>,
	notes: Notes,
): void {
	if (typeof nom === 'string' && nom.endsWith('.') && !/(?:etc|\.\.)\.$/.test(nom))
		notes.warn('nom', nom, 'imports.field.name-dot');
	if (typeof id === 'string' && !id.startsWith(`${source}--`))
		notes.warn('id', id, 'imports.field.id-prefix', { prefix: `${source}--` });
	if (typeof hours === 'string' && !areReadable(hours))
		notes.warn('horaires_accueil', hours, 'imports.field.hours-unreadable');
}
