import type { Preview } from '../../mapping/preview.ts';
import type { Sample } from '../../mapping/server/read-sample.ts';

/** The beginning of a draft's file, and what its mapping makes of it. */
export interface Look {
	readonly sample: Sample;
	readonly preview: Preview | null;
	/** What keeps the mapping from being run: the place in it, and a sentence. */
	readonly faults: readonly { readonly where: string; readonly problem: string }[];
}
