import { isId } from '#lib/directory/server/closed-lists.ts';
import { logAccess } from '#lib/person/server/access-log.ts';
import {
	countEmergencies,
	findEmergency,
	listEmergencies,
	openEmergencyOf,
	personInDanger,
} from '#lib/person/server/emergencies.ts';
import { leadsPerson } from '#lib/person/server/lead.ts';
import { sayMonth, showEmergency, showLetter, shownTime } from '#lib/person/shown-emergency.ts';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { dateIn } from '#lib/time/zone.ts';
import { type FoundPathway, findPathway } from './pathways.ts';

/**
 * What an emergency is, to whoever looks: the lead organisation follows those that were opened; another may open one,
 * holds one, or is told that none may be; to anybody else there is nothing here.
 * @throws Refusal 404
 */
export async function readEmergencyPage(act: Act, pathwayId: string) {
	if (!isId(pathwayId)) throw new Refusal(404, 'problem.nothing-here');
	const month = dateIn(act.at, 'Europe/Paris');
	return {
		...(await sideOf(act, pathwayId)),
		month: sayMonth(month, await countEmergencies(act, month)),
	};
}

async function sideOf(act: Act, pathwayId: string) {
	const known = await knownPathway(act, pathwayId);
	if (known && (await leadsPerson(act, known.personId))) {
		const opened = await listEmergencies(act, known.personId);
		return { side: 'lead', opened: opened.map((emergency) => showEmergency(emergency, act.at)) } as const;
	}
	const own = await openEmergencyOf(act);
	if (own && own.personId === known?.personId) return { side: 'open', until: shownTime(own.endsAt) } as const;
	if (await personInDanger(act, pathwayId)) return { side: 'door', busy: own !== undefined } as const;
	if (known) return { side: known.readsSteps ? 'already' : 'none' } as const;
	throw new Refusal(404, 'problem.nothing-here');
}

async function knownPathway(act: Act, pathwayId: string): Promise<FoundPathway | null> {
	try {
		return await findPathway(act, pathwayId);
	} catch (error) {
		if (error instanceof Refusal && error.status === 404) return null;
		throw error;
	}
}

/** Whose emergencies an address speaks of, for who follows them. @throws NotYours 404 unless the actor leads */
export async function whoseEmergencies(act: Act, pathwayId: string) {
	if (!isId(pathwayId)) throw new Refusal(404, 'problem.nothing-here');
	const pathway = await findPathway(act, pathwayId);
	if (!(await leadsPerson(act, pathway.personId))) throw new NotYours('emergency.follow', pathwayId);
	return pathway;
}

/** The letter that tells the person, to print. @throws Refusal 404 unless the actor leads */
export async function readEmergencyLetter(act: Act, pathwayId: string, id: string) {
	const { personId, leadName } = await whoseEmergencies(act, pathwayId);
	const emergency = await findEmergency(act, personId, id);
	await logAccess(act, personId, 'printed');
	return showLetter(emergency, leadName);
}
