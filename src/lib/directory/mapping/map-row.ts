import { partOf } from '#lib/territory/bounds.ts';
import type { RawRow } from '../formats/row.ts';
import { holds } from './conditions.ts';
import { workOut } from './evaluate.ts';
import { alwaysInherited, inherited } from './fields.ts';
import type { Codes, Mapping, Part, ServiceRules, StructureRules } from './mapping.ts';
import { numberIn } from './numbers.ts';
import { degreesOf, mended, pairIn } from './point.ts';
import { isNothing, RowView } from './row-view.ts';
import { type Finding, type Outcome, Scope, type Setting } from './scope.ts';
import { sharedTables } from './shared-tables.ts';
import { listOf, mostItems, textOf } from './text.ts';

/** A structure or a service as a row tells it: each field, the columns it comes from, what is said of it. */
export type PivotEntry = ReadonlyMap<string, Outcome>;

export interface PivotRow {
	/** False when the mapping does not keep the row. */
	readonly kept: boolean;
	readonly structure: PivotEntry | null;
	readonly services: readonly PivotEntry[];
	/** What is said of the row as a whole. */
	readonly findings: readonly Finding[];
}

/** How many rules one row may ask for. */
const mostEffort = 300_000;

/** What a row becomes. It depends on the mapping, the row and the setting only; never throws. */
export function mapRow(
	mapping: Mapping,
	part: Part,
	row: Pick<RawRow, 'values'>,
	setting: Setting,
): PivotRow {
	const effort = { left: mostEffort };
	const tables = (name: string) => tableOf(mapping, name);
	const scope = new Scope({ part, tables, setting, workOut }, new RowView(row.values), effort);
	if (part.keep && !holds(part.keep, scope))
		return { kept: false, structure: null, services: [], findings: [] };
	const structure = part.structure ? entryOf(part.structure, scope, mapping) : null;
	const services = part.services.flatMap((rules) => servicesOf(rules, structure, scope, mapping));
	const findings: Finding[] =
		effort.left > 0 ? [] : [{ severity: 'reject', reason: 'mapping.row.too-much', values: {} }];
	return { kept: true, structure, services: services.slice(0, mostItems), findings };
}

function tableOf({ tables }: Mapping, name: string): Codes | undefined {
	if (Object.hasOwn(tables, name)) return tables[name];
	return Object.hasOwn(sharedTables, name) ? sharedTables[name] : undefined;
}

function servicesOf(
	rules: ServiceRules,
	structure: PivotEntry | null,
	scope: Scope,
	mapping: Mapping,
): PivotEntry[] {
	const { each } = rules;
	const scopes = each
		? listOf(scope.outcomeOf(each).value)
				.slice(0, mostItems)
				.map((item) => scope.at(item))
		: [scope];
	return scopes.flatMap((inner) => {
		const entry = entryOf(rules, inner, mapping);
		return entry ? [withInherited(entry, rules, structure)] : [];
	});
}

function entryOf({ when, point, fields }: StructureRules, scope: Scope, mapping: Mapping): PivotEntry | null {
	if (when && !holds(when, scope)) return null;
	const entry = new Map<string, Outcome>();
	for (const [name, rule] of Object.entries(fields)) entry.set(name, scope.outcomeOf(rule));
	if (point) addPoint(point, entry, scope);
	if (!entry.has('source')) entry.set('source', told(mapping.source));
	if (!entry.has('date_maj')) entry.set('date_maj', told(scope.frame.setting.fileDate));
	for (const name of ['id', 'structure_id']) prefix(name, entry);
	return entry;
}

const told = (value: unknown): Outcome => ({ value, columns: [], findings: [] });

/** Identifiers start with their source, as data·inclusion's do. */
function prefix(name: string, entry: Map<string, Outcome>): void {
	const id = entry.get(name);
	const text = textOf(id?.value);
	const start = `${textOf(entry.get('source')?.value)}--`;
	if (id && text !== '') entry.set(name, { ...id, value: text.startsWith(start) ? text : `${start}${text}` });
}

function withInherited(
	entry: PivotEntry,
	{ fields, point, inherit = true }: ServiceRules,
	structure: PivotEntry | null,
) {
	const whole = new Map(entry);
	const take = (name: string, as = name) => {
		const found = structure?.get(as);
		if (found && !Object.hasOwn(fields, name)) whole.set(name, { ...found, findings: [] });
	};
	take('source');
	take('structure_id', 'id');
	take('id');
	for (const name of alwaysInherited) take(name);
	if (inherit) for (const name of inherited) if (!point || !isPoint(name)) take(name);
	return whole;
}

const isPoint = (name: string): boolean => name === 'longitude' || name === 'latitude';

/** The longitude and the latitude, whatever tells them; an impossible sign is put right, and told. */
function addPoint(
	rule: NonNullable<StructureRules['point']>,
	entry: Map<string, Outcome>,
	scope: Scope,
): void {
	const outcomes = [rule.longitude, rule.latitude, rule.pair].map((one) =>
		one ? scope.outcomeOf(one) : told(undefined),
	);
	const [longitude, latitude, pair] = outcomes.map(({ value }) => value);
	const found = rule.pair ? pairIn(pair, rule.order) : pairOf(numberIn(longitude), numberIn(latitude));
	const columns = [...new Set(outcomes.flatMap((outcome) => outcome.columns))];
	const findings: Finding[] = outcomes.flatMap((outcome) => [...outcome.findings]);
	if (!found) {
		if (!isNothing([longitude, latitude, pair]))
			findings.push({ severity: 'warn', reason: 'mapping.row.point', values: {} });
		entry.set('longitude', { value: undefined, columns, findings });
		return;
	}
	const given = degreesOf(found, rule.system);
	const meant = rule.mend === false ? given : mended(given, placeOf(entry));
	if (meant.latitude !== given.latitude || meant.longitude !== given.longitude)
		findings.push({ severity: 'warn', reason: 'mapping.row.point-mended', values: { ...meant } });
	entry.set('longitude', { value: meant.longitude, columns, findings });
	entry.set('latitude', { value: meant.latitude, columns, findings: [] });
}

const pairOf = (longitude: number | undefined, latitude: number | undefined) =>
	longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };

const placeOf = (entry: PivotEntry) =>
	['code_insee', 'code_postal']
		.map((name) => partOf(textOf(entry.get(name)?.value)))
		.find((part) => part !== undefined);
