import { translate } from '#lib/texts/translator.ts';
import type { Draft, DraftReport, TalliedProblem } from './draft.ts';
import { isHsdsDraft } from './hsds-draft.ts';
import type { Look } from './server/look.ts';
import { showMapping } from './shown-mapping.ts';
import { showPreview } from './shown-preview.ts';
import { asMapping, isPlain } from './simple-rule.ts';

/** A draft's page, ready to be drawn. */
export function showDraft(draft: Draft, look: Look | null) {
	const mapping = asMapping(draft.mapping);
	return {
		id: draft.id,
		state: draft.state,
		files: draft.files.join(', '),
		name: mapping.name ?? '',
		source: mapping.source ?? '',
		isHsds: isHsdsDraft(draft.mapping),
		problem: draft.problem,
		running: translate('importing.running', { rows: draft.rows }),
		report: draft.report && showReport(draft.report),
		form: look && {
			lead: translate(isHsdsDraft(draft.mapping) ? 'api.hsds.draft' : 'importing.map-lead', {
				file: draft.files.join(', '),
				rows: look.sample.rows.length,
				more: look.sample.more ? 'yes' : 'no',
				columns: look.sample.columns.length,
			}),
			plain: isPlain(mapping),
			columns: look.sample.columns,
			targets: showMapping(mapping, look.sample.rows),
			expert: JSON.stringify(mapping, null, '\t'),
			faults: look.faults.map(({ where, problem }) => (where === '' ? problem : `${where} : ${problem}`)),
			preview: look.preview && showPreview(look.preview),
		},
	};
}

const showReport = (report: DraftReport) => ({
	counts: translate('importing.done-counts', {
		rows: report.rows,
		added: report.added,
		changed: report.changed,
		unchanged: report.unchanged,
		gone: report.gone,
		rejected: report.rejectedLines,
	}),
	problems: report.problems.map(showTallied),
	warnings: report.warnings.map(showTallied),
});

const showTallied = ({ field, problem, count, lines }: TalliedProblem) => ({
	field,
	problem,
	count: String(count),
	lines: translate('importing.lines', {
		count: lines.length,
		lines: lines.join(', '),
		more: count > lines.length ? 'yes' : 'no',
	}),
});
