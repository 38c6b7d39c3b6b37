import {
	type ImportReport,
	importSource,
	type Source,
	sources,
} from '../lib/directory/server/import-source.ts';
import { importCommunes } from '../lib/territory/server/import-communes.ts';
import { importLivingAreas } from '../lib/territory/server/import-living-areas.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, type Out, WrongUse } from './command.ts';
import type { Installation } from './installation.ts';
import { countLines, progressBar } from './progress-bar.ts';
import { withInstallation } from './with-installation.ts';

const territoryImports = { communes: importCommunes, 'living-areas': importLivingAreas };
type TerritorySource = keyof typeof territoryImports;
const shownProblems = 20;

export const command: Command = {
	usage: 'import SOURCE FICHIER…',
	help: translate('cli.import'),
	options: { 'dry-run': { type: 'boolean', help: translate('cli.import.dry-run') } },
	run: (given: Given) => {
		const [source, ...files] = given.words;
		if (!source || files.length === 0) throw new WrongUse(translate('cli.import.usage'));
		const dryRun = given.options['dry-run'] === true;
		const doImport = chosenImport(source, files, dryRun, given.out);
		return withInstallation('import', given.out.say, async ({ installation }) => {
			const report = await doImport(installation);
			given.out.result(report);
			tell(given.out, report, dryRun);
			return exit.done;
		});
	},
};

type Report = Pick<ImportReport, 'source' | 'rows' | 'added' | 'changed' | 'unchanged' | 'rejected'> &
	Partial<ImportReport>;

function chosenImport(source: string, files: string[], dryRun: boolean, out: Out) {
	if (isTerritory(source))
		return (installation: Installation) => territory(installation, source, files, dryRun);
	if (!isSource(source)) throw new WrongUse(translate('cli.import.unknown', { source }));
	return async ({ operator }: Installation): Promise<Report> => {
		const total = out.moves ? await countLines(files) : 0;
		const onProgress = (rows: number) =>
			out.progress(`${progressBar(rows, total)}${translate('cli.import.progress', { source, rows })}`);
		return importSource(operator, source, files, { dryRun, onProgress });
	};
}

const isTerritory = (source: string): source is TerritorySource => source in territoryImports;
const isSource = (source: string): source is Source => (sources as readonly string[]).includes(source);

class DryRun extends Error {}

/** A territory file is read in one transaction: an essay is the same one, undone at the end. */
async function territory(
	{ operator }: Installation,
	source: TerritorySource,
	[file, ...more]: string[],
	dryRun: boolean,
): Promise<Report> {
	if (!file || more.length > 0) throw new WrongUse(translate('cli.import.one-file', { source }));
	let report: Report | undefined;
	await operator(async (act) => {
		report = { source, ...(await territoryImports[source](act, file)) };
		if (dryRun) throw new DryRun();
	}).catch((error: unknown) => {
		if (!(error instanceof DryRun)) throw error;
	});
	return report!;
}

function tell(out: Out, report: Report, dryRun: boolean): void {
	const { rejected, joined, gone } = report;
	const counts = { ...numbersOf(report), rejected: rejected.length };
	out.say(
		gone === undefined
			? translate('cli.import.summary-territory', counts)
			: translate('cli.import.summary', { ...counts, gone }),
	);
	if (joined) out.say(translate('cli.import.joined', { ...joined }));
	for (const { line, field, problem } of rejected.slice(0, shownProblems))
		out.say(translate('cli.import.problem', { line, field, problem }));
	if (rejected.length > shownProblems)
		out.say(translate('cli.import.more-problems', { count: rejected.length - shownProblems }));
	if (report.rejectedFile) out.say(translate('cli.import.rejected-file', { file: report.rejectedFile }));
	if (dryRun) out.say(translate('cli.import.nothing-written'));
}

const numbersOf = ({ source, rows, added, changed, unchanged }: Report) => ({
	source,
	rows,
	added,
	changed,
	unchanged,
});
