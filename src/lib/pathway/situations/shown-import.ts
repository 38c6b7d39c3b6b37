import { shownInstant } from '#lib/access/shown-date.ts';
import { translate } from '#lib/texts/translator.ts';

interface Listed {
	readonly id: string;
	readonly state: string;
	readonly lines: number;
	readonly people: number;
	readonly madeAt: Date;
}

/** One of her imports in a line. */
export function showListed({ id, state, lines, people, madeAt }: Listed) {
	const on = shownInstant(madeAt);
	if (state === 'open') return { id, said: translate('situations.yours-open', { on, lines }) };
	if (state === 'undone') return { id, said: translate('situations.yours-undone', { on }) };
	return { id, said: translate('situations.yours-done', { on, people }) };
}

interface Done {
	readonly people: number;
	readonly steps: number;
	readonly refusedLines: number;
	readonly skippedLines: number;
	readonly removed: number;
	readonly doneAt: Date | null;
	readonly undoneAt: Date | null;
}

const day = 86_400_000;

/** What came of an import, and until when it may be taken back. */
export function showDone(done: Done, at: Date, { kept, file }: { kept: readonly Named[]; file: boolean }) {
	const doneAt = done.doneAt ?? at;
	const until = new Date(doneAt.getTime() + day);
	const { people, steps, removed, refusedLines: refused, skippedLines: skipped } = done;
	return {
		title: translate('situations.result-title', { on: shownInstant(doneAt) }),
		said: translate('situations.result-done', { people, steps }).trim(),
		left: refused + skipped > 0 ? translate('situations.result-refused', { refused, skipped }).trim() : '',
		file: file ? translate('situations.refused-file-told', { until: shownInstant(until) }) : '',
		undone: done.undoneAt ? translate('situations.undone', { removed }) : '',
		undoable: !done.undoneAt && at < until && people > 0,
		undoTold: translate('situations.undo-told', { until: shownInstant(until) }),
		kept: done.undoneAt ? kept : [],
		opened: people > 0,
	};
}
export type ShownDone = ReturnType<typeof showDone>;

interface Named {
	readonly id: string;
	readonly name: string;
}
