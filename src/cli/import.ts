import { openMapping } from '../lib/directory/mapping/server/open-mapping.ts';
import { importMapped, importSource, type Source, sources } from '../lib/directory/server/import-source.ts';
import { importCommunes } from '../lib/territory/server/import-communes.ts';
import { importLivingAreas } from '../lib/territory/server/import-living-areas.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, type Out, textOption, WrongUse } from './command.ts';
import { importFhirFiles } from './import-fhir.ts';
import type { Installation } from './installation.ts';
import { countLines, progressBar } from './progress-bar.ts';
import { proposeMapping } from './propose-mapping.ts';
import { type Report, tellImport } from './tell-import.ts';
import { withInstallation } from './with-installation.ts';

const territoryImports = { communes: importCommunes, 'living-areas': importLivingAreas };
type TerritorySource = keyof typeof territoryImports;

interface Asked {
	readonly source: string;
	readonly files: readonly string[];
	readonly mapping: string | undefined;
	/** The name that entries of HSDS bear as their source. */
	readonly as: string | undefined;
	readonly dryRun: boolean;
	readonly out: Out;
}

export const command: Command = {
	usage: 'import SOURCE FICHIER…',
	help: translate('cli.import'),
	options: {
		mapping: {
			type: 'string',
			help: translate('mapping.cli.mapping'),
			value: translate('mapping.cli.value'),
		},
		as: { type: 'string', help: translate('api.hsds.cli.as'), value: translate('api.hsds.cli.value') },
		organisation: { type: 'string', help: translate('exchange.cli-organisation'), value: 'ID' },
		worker: { type: 'string', help: translate('exchange.cli-worker'), value: 'ADRESSE' },
		'known-as': { type: 'string', help: translate('exchange.cli-known-as'), value: 'NOM,NOM' },
		'dry-run': { type: 'boolean', help: translate('cli.import.dry-run') },
	},
	run: (given: Given) => {
		const [source, ...files] = given.words;
		if (!source || files.length === 0) throw new WrongUse(translate('cli.import.usage'));
		if (source === 'fhir') return importFhirFiles(fhirAsked(given, files));
		if (['organisation', 'worker', 'known-as'].some((name) => textOption(given, name) !== undefined))
			throw new WrongUse(translate('exchange.cli-only'));
		const mapping = textOption(given, 'mapping');
		if (mapping !== undefined && source !== 'mapped')
			throw new WrongUse(translate('mapping.cli.one-mapping'));
		const as = nameOfSource(source, textOption(given, 'as'));
		if (source === 'mapped' && mapping === undefined) return proposeMapping(files, given.out);
		return run({ source, files, mapping, as, dryRun: given.options['dry-run'] === true, out: given.out });
	},
};

const fhirAsked = (given: Given, files: readonly string[]) => ({
	files,
	organisation: textOption(given, 'organisation'),
	worker: textOption(given, 'worker'),
	knownAs: (textOption(given, 'known-as') ?? '').split(',').filter((name) => name !== ''),
	dryRun: given.options['dry-run'] === true,
	out: given.out,
});

function nameOfSource(source: string, as: string | undefined): string | undefined {
	if (as !== undefined && source !== 'hsds') throw new WrongUse(translate('api.hsds.cli.only'));
	if (as !== undefined && !/^[a-z][a-z\d-]{1,49}$/.test(as))
		throw new WrongUse(translate('api.hsds.cli.name'));
	return as;
}

function run(asked: Asked): Promise<number> {
	const doImport = chosenImport(asked);
	const { out, dryRun } = asked;
	return withInstallation('import', out.say, async ({ installation }) => {
		const report = await doImport(installation);
		out.result(report);
		tellImport(out, report, dryRun);
		return exit.done;
	});
}

function chosenImport(asked: Asked): (installation: Installation) => Promise<Report> {
	const { source, files, mapping, dryRun } = asked;
	if (isTerritory(source)) return (installation) => territory(installation, source, files, dryRun);
	if (mapping !== undefined)
		return async ({ operator }) => {
			const opened = await openMapping(mapping);
			const because = opened.parts.flatMap((part) => part.because ?? []).join(', ');
			const report = await importMapped(operator, opened, files, await progressOf(asked));
			return because === '' ? report : { ...report, because };
		};
	if (!isSource(source)) throw new WrongUse(translate('cli.import.unknown', { source }));
	return async ({ operator }) => importSource(operator, source, files, await progressOf(asked));
}

async function progressOf({ source, files, as, dryRun, out }: Asked) {
	const total = out.moves ? await countLines(files) : 0;
	const onProgress = (rows: number) =>
		out.progress(`${progressBar(rows, total)}${translate('cli.import.progress', { source, rows })}`);
	return { dryRun, onProgress, ...(as !== undefined && { as }) };
}

const isTerritory = (source: string): source is TerritorySource => source in territoryImports;
const isSource = (source: string): source is Source => (sources as readonly string[]).includes(source);

class DryRun extends Error {}

/** A territory file is read in one transaction: an essay is the same one, undone at the end. */
async function territory(
	{ operator }: Installation,
	source: TerritorySource,
	[file, ...more]: readonly string[],
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
