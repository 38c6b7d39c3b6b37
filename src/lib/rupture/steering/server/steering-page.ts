import type { Act } from '#lib/server/act.ts';
import { decisionOnOrganisations } from '../../decisions/server/per-organisation.ts';
import { listFigures } from './figures.ts';

/** What the coordination of a territory reads of its ruptures: figures alone; nothing without a territory. */
export async function openSteering(act: Act) {
	const territory = await nameOfTerritory(act);
	const byOrganisation = territory !== null && (await decisionOnOrganisations(act)) !== null;
	return {
		territory,
		byOrganisation,
		tables: territory === null ? [] : await listFigures(act, byOrganisation),
	};
}

async function nameOfTerritory({ tx, actor }: Act): Promise<string | null> {
	const { territoryKind: kind, territoryCode: code } = actor.hat ?? {};
	if (!kind || !code) return null;
	const found = await tx
		.selectFrom('territory')
		.select('name')
		.where('kind', '=', kind)
		.where('code', '=', code)
		.orderBy('year', 'desc')
		.limit(1)
		.executeTakeFirst();
	return found?.name ?? null;
}
