import type { Act } from '#lib/server/act.ts';
import type { Safe } from '#lib/server/safe.ts';
import { showColumns } from '../shown-columns.ts';
import { showDone } from '../shown-import.ts';
import { showLook } from '../shown-look.ts';
import { lookAtSituations } from './look.ts';
import {
	type FoundImport,
	findSituationImport,
	givenTable,
	isKept,
	keptPathways,
} from './situation-imports.ts';

/**
 * An import as its page shows it: its columns, what it would write, or what came of it. `columns`: she asked to see its
 * columns again.
 * @throws Refusal 404 when it is none of hers
 */
export async function situationsPage(act: Act, safe: Safe, id: string, { columns }: { columns: boolean }) {
	const found = await findSituationImport(act, id);
	if (found.state !== 'open') return { stage: 'done', version: 0, done: await doneOf(act, found) } as const;
	if (!(await isKept(act, id, 'given'))) return { stage: 'expired', version: 0 } as const;
	const table = await givenTable(act, safe, id);
	const { choices, version } = found;
	if (!choices || columns)
		return { stage: 'columns', version, columns: showColumns(table, choices) } as const;
	return { stage: 'check', version, look: showLook(await lookAtSituations(act, table, choices)) } as const;
}

const doneOf = async (act: Act, found: FoundImport) =>
	showDone(found, act.at, {
		kept: found.state === 'undone' ? await keptPathways(act, found.id) : [],
		file: await isKept(act, found.id, 'refused'),
	});
