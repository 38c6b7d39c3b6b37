import type { Act, Work } from '#lib/server/act.ts';
import { guessFile } from '../../mapping/server/guess-file.ts';
import { shippedMapping, shippedValue } from '../../mapping/shipped.ts';
import { isHsdsFile } from '../../server/read-hsds.ts';
import { hsdsDraft } from '../hsds-draft.ts';
import { withDraftFiles } from './draft-files.ts';
import { type GivenFile, openDraft } from './open-draft.ts';
import { findSavedMapping } from './saved-mappings.ts';

/**
 * Begins an import with files, and the mapping it starts with: `saved <id>`, `shipped <name>`, else a guess from the
 * file, or none for one of HSDS, that needs none. Returns the draft's id. A file that cannot be read leaves no draft.
 * @throws Refusal 422 or 413 when a file cannot be read, 404 when the mapping is not there any more
 */
export async function openDraftWith(work: Work, files: readonly GivenFile[], way: string): Promise<string> {
	const id = await work((act) => openDraft(act, files));
	try {
		const mapping = (await work((act) => chosenMapping(act, way))) ?? (await guessFor(work, id));
		await work(({ tx }) =>
			tx
				.updateTable('importDraft')
				.set({ mapping: JSON.stringify(mapping) })
				.where('id', '=', id)
				.execute(),
		);
		return id;
	} catch (error) {
		await work(({ tx }) => tx.deleteFrom('importDraft').where('id', '=', id).execute());
		throw error;
	}
}

async function chosenMapping(act: Act, way: string): Promise<unknown> {
	if (way.startsWith('saved ')) return (await findSavedMapping(act, way.slice('saved '.length))).mapping;
	const name = way.slice('shipped '.length);
	return way.startsWith('shipped ') && shippedMapping(name) ? shippedValue(name) : undefined;
}

const guessFor = (work: Work, id: string): Promise<unknown> =>
	withDraftFiles(work, id, async ([path = '']) => {
		if (await isHsdsFile(path)) return hsdsDraft;
		return (await guessFile(path)).file;
	});
