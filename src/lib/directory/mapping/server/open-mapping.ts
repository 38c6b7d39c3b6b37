import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Fault } from '../faults.ts';
import type { Mapping } from '../mapping.ts';
import { readMapping } from '../read-mapping.ts';
import { shippedMapping, shippedNames } from '../shipped.ts';

const longest = 4_000_000;

/**
 * A mapping by the name of one that the product ships, else by the path of its file.
 * @throws Refusal 422 when there is none, or it cannot be run: every fault is said
 */
export async function openMapping(name: string): Promise<Mapping> {
	const shipped = shippedMapping(name);
	if (shipped) return shipped;
	const { mapping, faults } = readMapping(await textOfFile(name));
	if (!mapping)
		throw new Refusal(422, 'mapping.file.refused', {
			file: basename(name),
			faults: faults.map(told).join(' '),
		});
	return mapping;
}

const told = ({ where, problem }: Fault): string =>
	where === ''
		? translate('mapping.file.fault-whole', { problem })
		: translate('mapping.file.fault', { where, problem });

async function textOfFile(path: string): Promise<string> {
	const size = await stat(path).then(
		(found) => (found.isFile() ? found.size : undefined),
		() => undefined,
	);
	if (size === undefined)
		throw new Refusal(422, 'mapping.file.unknown', { name: path, known: shippedNames.join(', ') });
	if (size > longest)
		throw new Refusal(422, 'mapping.file.refused', {
			file: basename(path),
			faults: translate('mapping.fault.too-long'),
		});
	return readFile(path, 'utf8');
}
