import { shownDay } from '#lib/access/shown-date.ts';
import { pathwayRead } from '#lib/pathway/server/relation.ts';
import { shownCommune } from '#lib/pathway/shown-sheet.ts';
import { listGoals } from '#lib/pathway/steps/server/goals.ts';
import { logAccess } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { sayNeed } from '../shown-need.ts';
import { listUnmetNeeds } from './unmet-needs.ts';

/** What the page of matching starts from: her open goals, her commune, and what was said to fit nothing. */
export async function openMatchPage(act: Act, pathwayId: string) {
	const { pathway, relation } = await pathwayRead(act, pathwayId);
	await logAccess(act, pathway.personId, 'pathway');
	const goals = await listGoals(act, pathwayId);
	return {
		id: pathwayId,
		unmetId: crypto.randomUUID(),
		writes: relation.writes && pathway.state !== 'closed',
		commune: await herCommune(act, pathway.personId),
		goals: goals
			.filter(({ state }) => state === 'open')
			.map(({ id, domain, words }) => ({ id, domain, words })),
		unmet: (await listUnmetNeeds(act, pathwayId)).map(showUnmet),
	};
}

async function herCommune({ tx }: Act, personId: string): Promise<string> {
	const commune = await tx
		.selectFrom('person')
		.innerJoin('commune', 'commune.code', 'person.communeCode')
		.select(['commune.name', 'commune.departmentCode'])
		.where('person.id', '=', personId)
		.executeTakeFirst();
	return commune ? shownCommune(commune.name, commune.departmentCode) : '';
}

function showUnmet({
	id,
	domain,
	topic,
	because,
	commune,
	toldAt,
}: Awaited<ReturnType<typeof listUnmetNeeds>>[number]) {
	const reason = `matching.because-${because}`;
	return {
		id,
		need: sayNeed(topic ?? domain),
		because: isTextKey(reason) ? translate(reason) : because,
		commune,
		toldOn: shownDay(toldAt),
	};
}
