import type { ImportReport } from '../lib/directory/server/import-source.ts';
import { translate } from '../lib/texts/translator.ts';
import type { Out } from './command.ts';

/** What came of an import: of a directory, or of territories, that tell less. */
export type Report = Pick<ImportReport, 'source' | 'rows' | 'added' | 'changed' | 'unchanged' | 'rejected'> &
	Partial<ImportReport> & {
		/** What the lines that a mapping does not keep are, in its words. */
		readonly because?: string;
	};

const shownProblems = 20;

/** Says what an import did, in sentences. */
export function tellImport(out: Out, report: Report, dryRun: boolean): void {
	out.say(summaryOf(report));
	const { passedOver = 0, because, notices = [], warnings = [], joined, rejected } = report;
	if (passedOver > 0)
		out.say(translate('mapping.cli.passed-over', { count: passedOver, because: because ?? 'none' }));
	if (joined) out.say(translate('cli.import.joined', { ...joined }));
	for (const { problem, file = '' } of notices.slice(0, shownProblems))
		out.say(translate('mapping.cli.notice', { file, problem }));
	for (const problem of rejected.slice(0, shownProblems)) out.say(problemOf(problem));
	if (rejected.length > shownProblems)
		out.say(translate('cli.import.more-problems', { count: rejected.length - shownProblems }));
	if (warnings.length > 0) out.say(translate('mapping.cli.warnings', { count: warnings.length }));
	if (report.rejectedFile) out.say(translate('cli.import.rejected-file', { file: report.rejectedFile }));
	if (dryRun) out.say(translate('cli.import.nothing-written'));
}

function summaryOf({
	source,
	rows,
	added,
	changed,
	unchanged,
	gone,
	rejected,
	rejectedLines,
}: Report): string {
	const counts = { source, rows, added, changed, unchanged, rejected: rejectedLines ?? rejected.length };
	return gone === undefined
		? translate('cli.import.summary-territory', counts)
		: translate('cli.import.summary', { ...counts, gone });
}

function problemOf({ line, field, problem, file }: Report['rejected'][number]): string {
	if (file !== undefined) return translate('mapping.cli.problem-in-file', { file, line, field, problem });
	return translate('cli.import.problem', { line, field, problem });
}
