import type { TextKey } from '#lib/texts/catalogue.ts';
import { checkMapping } from './check-mapping.ts';
import { type Fault, faultAt, faultsOf } from './faults.ts';
import type { FieldRules, Mapping, Part, ServiceRules, StructureRules } from './mapping.ts';
import { type MappingFile, mappingFileSchema } from './mapping-schema.ts';

/** A mapping that can be run, or what to correct in its file. */
export type ReadMapping =
	| { readonly mapping: Mapping; readonly faults?: never }
	| { readonly mapping?: never; readonly faults: readonly Fault[] };

const mostLevels = 40;
const longestText = 2_000_000;
const mostFaults = 50;

/** Reads a mapping file: its form, then what its rules speak of. */
export function readMapping(text: string): ReadMapping {
	if (text.length > longestText) return refused('mapping.fault.too-long');
	try {
		return readMappingValue(JSON.parse(text.replace(/^\ufeff/, '')));
	} catch (error) {
		if (error instanceof SyntaxError) return refused('mapping.fault.not-json');
		throw error;
	}
}

/** The same, of a value: what the browser's form holds. */
export function readMappingValue(given: unknown): ReadMapping {
	if (levelsOf(given) > mostLevels) return refused('mapping.fault.too-deep');
	const { success, data, error } = mappingFileSchema.safeParse(given);
	if (!success) return { faults: faultsOf(error, given).slice(0, mostFaults) };
	const mapping = mappingOf(data);
	const faults = checkMapping(mapping, data);
	return faults.length > 0 ? { faults: faults.slice(0, mostFaults) } : { mapping };
}

const refused = (reason: TextKey): ReadMapping => ({ faults: [faultAt([], reason)] });

/** Counted without going down itself: a file may be deeper than the machine can go. */
function levelsOf(value: unknown): number {
	let level: readonly unknown[] = [value];
	for (let depth = 0; depth <= mostLevels; depth++) {
		level = level.flatMap((inner) =>
			typeof inner === 'object' && inner !== null ? Object.values(inner) : [],
		);
		if (level.length === 0) return depth;
	}
	return mostLevels + 1;
}

/** One part written at the top, or several. */
function mappingOf({ rows, sheet, header, ...told }: MappingFile): Mapping {
	const { version, name, about, licence, source, strict = false, files = {}, tables = {} } = told;
	const alone = {
		...(rows === undefined ? {} : { rows }),
		...(sheet === undefined ? {} : { sheet }),
		...(header === undefined ? {} : { header }),
	};
	return {
		version,
		name,
		...(about === undefined ? {} : { about }),
		...(licence === undefined ? {} : { licence }),
		source,
		strict,
		files: Object.keys(files).length > 0 ? files : { [mainFile]: alone },
		tables,
		parts: (told.parts ?? [told]).map(partOf),
	};
}

/** The alias of the only file of a mapping that names none. */
const mainFile = 'file';

type PartFile = NonNullable<MappingFile['parts']>[number];

const partOf = ({
	file,
	joins = {},
	group,
	keep,
	because,
	values = {},
	structure,
	services = [],
}: PartFile): Part => ({
	...(file === undefined ? {} : { file }),
	joins,
	...(group === undefined ? {} : { group: typeof group === 'string' ? [group] : group }),
	...(keep === undefined ? {} : { keep }),
	...(because === undefined ? {} : { because }),
	values,
	...(structure === undefined ? {} : { structure: structureOf(structure) }),
	services: services.map(serviceOf),
});

function structureOf({ when, point, ...fields }: NonNullable<PartFile['structure']>): StructureRules {
	return { ...(when ? { when } : {}), ...(point ? { point } : {}), fields: told(fields) };
}

function serviceOf({ each, inherit, ...entry }: NonNullable<PartFile['services']>[number]): ServiceRules {
	return { ...structureOf(entry), ...(each ? { each } : {}), ...(inherit === undefined ? {} : { inherit }) };
}

const told = (fields: Readonly<Record<string, FieldRules[string] | undefined>>): FieldRules =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([name, rule]) => (rule === undefined ? [] : [[name, rule]])),
	);
