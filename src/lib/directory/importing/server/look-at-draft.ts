import type { Work } from '#lib/server/act.ts';
import { parisDay } from '../../closure.ts';
import type { FileRules, Mapping } from '../../mapping/mapping.ts';
import { previewMapping } from '../../mapping/preview.ts';
import { readMappingValue } from '../../mapping/read-mapping.ts';
import { assignFiles } from '../../mapping/server/assign-files.ts';
import { readJoined } from '../../mapping/server/joined-rows.ts';
import { aliasOf } from '../../mapping/server/read-mapped.ts';
import { readSample } from '../../mapping/server/read-sample.ts';
import { dayOf } from '../../server/file-day.ts';
import type { Draft } from '../draft.ts';
import { isHsdsDraft } from '../hsds-draft.ts';
import { withDraftFiles } from './draft-files.ts';
import type { Look } from './look.ts';
import { lookAtHsds } from './look-at-hsds.ts';

const triedRows = 200;

/**
 * Reads the beginning of a draft's file and tries its mapping on the first 200 lines. Nothing is written.
 * @throws Refusal 422 when a file cannot be read
 */
export const lookAtDraft = (work: Work, draft: Draft, now: Date): Promise<Look> =>
	withDraftFiles(work, draft.id, async (paths) => {
		if (isHsdsDraft(draft.mapping)) return lookAtHsds(paths, parisDay(now));
		const { mapping, faults = [] } = draft.mapping === null ? {} : readMappingValue(draft.mapping);
		if (!mapping) return { sample: await readSample(paths[0] ?? ''), preview: null, faults };
		return { ...(await tryMapping(mapping, paths, now)), faults };
	});

async function tryMapping(mapping: Mapping, paths: readonly string[], now: Date) {
	const files = await assignFiles(mapping, paths);
	const [part] = mapping.parts;
	const path = part && files.get(aliasOf(part, mapping))?.[0];
	if (!part || !path) return { sample: await readSample(paths[0] ?? ''), preview: null };
	const options: FileRules = mapping.files[aliasOf(part, mapping)] ?? {};
	const sample = await readSample(path, options);
	const { find } = await readJoined(mapping, part, files);
	const preview = previewMapping(mapping, part, sample.rows.slice(0, triedRows), {
		fileDate: await dayOf(path, now),
		fileName: path.split('/').at(-1) ?? '',
		joined: find,
		today: parisDay(now),
	});
	return { sample, preview };
}
