import type { Mapping } from './mapping.ts';
import { readMappingValue } from './read-mapping.ts';
import * as files from './shipped/all.ts';

/** Names of the mappings that the product ships. */
export const shippedNames: readonly string[] = Object.keys(files.shippedFiles).sort();

const read = new Map<string, Mapping>();

/** A mapping that the product ships, by its name. */
export function shippedMapping(name: string): Mapping | undefined {
	if (!Object.hasOwn(files.shippedFiles, name)) return undefined;
	const known = read.get(name);
	if (known) return known;
	const { mapping, faults } = readMappingValue(files.shippedFiles[name]);
	if (!mapping)
		throw new Error(
			`shipped mapping ${name}: ${faults.map(({ where, problem }) => `${where} ${problem}`).join(' ')}`,
		);
	read.set(name, mapping);
	return mapping;
}

/** The same as its file holds it, to be changed for one's own. */
export const shippedValue = (name: string): unknown =>
	Object.hasOwn(files.shippedFiles, name) ? files.shippedFiles[name] : undefined;
