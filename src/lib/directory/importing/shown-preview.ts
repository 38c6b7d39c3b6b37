import { translate } from '#lib/texts/translator.ts';
import { optionLabel } from '../editing/option-labels.ts';
import type { Preview, PreviewedRow } from '../mapping/preview.ts';
import { addressLines } from '../shown-place.ts';

/** What a mapping makes of the first lines, ready to be drawn. */
export const showPreview = (preview: Preview) => ({
	counts: translate('importing.preview-counts', { kept: preview.kept, rejected: preview.rejected }),
	rows: preview.rows.map(showRow),
	problems: preview.byField.map(({ target, rejects, warnings, examples }) => ({
		target,
		said: [
			rejects > 0 && translate('importing.preview-rejects', { count: rejects }),
			warnings > 0 && translate('importing.preview-warnings', { count: warnings }),
		].filter((part) => part !== false),
		examples: examples.map(({ line, field, value, problem }) => ({
			line,
			field,
			value: value.slice(0, 80),
			problem,
		})),
	})),
});
export type ShownPreview = ReturnType<typeof showPreview>;

const showRow = ({ line, organisation, services, problems }: PreviewedRow) => ({
	line: translate('importing.preview-line', { line }),
	enters: problems.length === 0,
	name: organisation?.name ?? services[0]?.name ?? '',
	facts: [
		...addressLines(organisation?.place ?? services[0]?.place ?? null),
		organisation?.phone ?? services[0]?.phone ?? '',
		organisation?.openingHours ?? services[0]?.openingHours ?? '',
	].filter((fact) => fact !== ''),
	services: services.map(({ name, topics, audiences }) => ({
		name,
		about: [
			...topics.map((code) => optionLabel('topics', code)),
			...audiences.map((code) => optionLabel('audiences', code)),
		].join(' · '),
	})),
	problems: problems.map(({ problem }) => problem),
});
