import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Actor, roles } from '../lib/actor.ts';
import { type Became, isRefused } from '../lib/pathway/formats/exchange-item.ts';
import { readResources } from '../lib/pathway/formats/read-fhir.ts';
import { type Imported, importFhir, tryFhir } from '../lib/pathway/formats/server/import-fhir.ts';
import { Refusal } from '../lib/refusal.ts';
import { type Act, actAs, type Work } from '../lib/server/act.ts';
import { databaseOver, openPool } from '../lib/server/database.ts';
import { translate } from '../lib/texts/translator.ts';
import { exit, type Out, WrongUse } from './command.ts';
import { withInstallation } from './with-installation.ts';

export interface FhirAsked {
	readonly files: readonly string[];
	/** The id of the organisation that receives. */
	readonly organisation: string | undefined;
	/** The address of the worker in whose name it enters. */
	readonly worker: string | undefined;
	readonly knownAs: readonly string[];
	readonly dryRun: boolean;
	readonly out: Out;
}

/** Takes in referrals from files, all of them together, in the name of one worker of the organisation that receives them. */
export async function importFhirFiles(asked: FhirAsked): Promise<number> {
	const { organisation, worker, out, dryRun } = asked;
	if (!organisation || !worker) throw new WrongUse(translate('exchange.cli-who'));
	const body = JSON.stringify(await bundleOf(asked.files));
	return withInstallation('import', out.say, async ({ installation }) => {
		const actor = await installation.operator((act) => findWorker(act, organisation, worker));
		const brought = { body, source: 'fichier', knownAs: asked.knownAs, apiKeyId: null };
		const take = dryRun ? tryFhir : importFhir;
		return tell(out, await inTheNameOf(installation.appUrl, actor, (work) => take(work, brought)), dryRun);
	});
}

/** The resources of every file in one Bundle: a Consent of one serves a Task of another. */
async function bundleOf(files: readonly string[]) {
	const read = await Promise.all(
		files.map(async (file) => {
			const resources = readResources(parsed(await readFile(file, 'utf8')));
			if (!resources) throw new Refusal(422, 'exchange.cli-not-fhir', { file: basename(file) });
			return resources;
		}),
	);
	return {
		resourceType: 'Bundle',
		type: 'collection',
		entry: read.flat().map(({ resource }) => ({ resource })),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function findWorker({ tx }: Act, organisationId: string, email: string): Promise<Actor> {
	const found = await tx
		.selectFrom('hat')
		.innerJoin('account', 'account.id', 'hat.accountId')
		.select(['hat.id', 'hat.accountId', 'hat.role', 'hat.territoryKind', 'hat.territoryCode'])
		.where('account.email', '=', email.toLowerCase())
		.where((eb) => eb(eb.cast<string>('hat.organisationId', 'text'), '=', organisationId))
		.where('hat.role', '=', 'worker')
		.where('hat.endedAt', 'is', null)
		.executeTakeFirst();
	const role = roles.find((one) => one === found?.role);
	if (!found || !role) throw new Refusal(422, 'exchange.cli-no-worker', { email });
	const { accountId, ...hat } = found;
	return { accountId, hat: { ...hat, role, organisationId } };
}

/** Under the application's own login: row security decides here as it does on screen. */
async function inTheNameOf<Result>(
	url: string,
	actor: Actor,
	does: (work: Work) => Promise<Result>,
): Promise<Result> {
	const pool = openPool(url, { max: 2 });
	try {
		return await does(actAs(databaseOver(pool), actor));
	} finally {
		await pool.end();
	}
}

function tell(out: Out, { items, exchangeId }: Imported, dryRun: boolean): number {
	out.result({ exchangeId: dryRun ? null : exchangeId, items });
	const count = (wanted: Became) => items.filter(({ became }) => became === wanted).length;
	out.say(
		translate('exchange.cli-summary', {
			entered: count('entered'),
			moved: count('moved'),
			unchanged: count('unchanged'),
			kept: count('kept'),
			refused: count('refused'),
		}),
	);
	for (const { became, resourceType, id, reason } of items)
		if (became === 'refused') out.say(`  ${resourceType}/${id} : ${reason}`);
	if (dryRun) out.say(translate('cli.import.nothing-written'));
	return isRefused(items) ? exit.failed : exit.done;
}
