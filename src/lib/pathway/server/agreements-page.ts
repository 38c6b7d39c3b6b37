import { addMonths } from '#lib/directory/upkeep/review.ts';
import { leftOf, longestMonths } from '#lib/person/agreement.ts';
import { logAccess } from '#lib/person/server/access-log.ts';
import { findAgreement, listAgreements } from '#lib/person/server/agreements.ts';
import { personInDanger } from '#lib/person/server/emergencies.ts';
import { leadsPerson, refuseUnlessLead } from '#lib/person/server/lead.ts';
import { listGrounds } from '#lib/person/server/legal-grounds.ts';
import { findPerson } from '#lib/person/server/people.ts';
import { domainOptions, showAgreement, shownDate } from '#lib/person/shown-agreement.ts';
import { showReceipt } from '#lib/person/shown-receipt.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { dateIn } from '#lib/time/zone.ts';
import { findPathway } from './pathways.ts';

/** Whose agreements an address speaks of. @throws Refusal 404 when the actor may not know her */
export async function whoseAgreements(act: Act, pathwayId: string) {
	const pathway = await findPathway(act, pathwayId);
	return { pathway, personId: pathway.personId, leads: await leadsPerson(act, pathway.personId) };
}

/** The page of agreements: what is shared, what was, what the law allows. */
export async function readAgreements(act: Act, pathwayId: string) {
	const { personId, leads } = await whoseAgreements(act, pathwayId);
	await logAccess(act, personId, 'identity');
	const agreements = (await listAgreements(act, personId)).map((agreement) =>
		showAgreement(agreement, act.at),
	);
	const grounds = leads ? await listGrounds(act, personId) : [];
	return {
		leads,
		mayOpen: !leads && (await personInDanger(act, pathwayId)) !== null,
		live: agreements.filter(({ live }) => live),
		past: agreements.filter(({ live }) => !live),
		grounds: grounds.map(showGround),
	};
}

type Ground = Awaited<ReturnType<typeof listGrounds>>[number];
const showGround = ({ id, ground, explanation, organisation, recordedAt }: Ground) => ({
	id,
	explanation,
	title: translate(`agreements.ground.${ground}`),
	line: translate('agreements.ground-line', { organisation, date: shownDate(recordedAt) }),
});

/** The form of a new agreement: its days, and the language that she speaks. @throws Refusal 404 unless the actor leads */
export async function readNewAgreement(act: Act, pathwayId: string) {
	const { personId } = await whoseAgreements(act, pathwayId);
	await refuseUnlessLead(act, personId, 'agreement.record');
	const { language } = await findPerson(act, personId);
	const today = dateIn(act.at, 'Europe/Paris');
	return { today, latest: addMonths(today, longestMonths), language: language ?? 'fr' };
}

/** The receipt of an agreement, to print in two copies. @throws Refusal 404 */
export async function readReceipt(act: Act, pathwayId: string, id: string) {
	const { pathway, personId } = await whoseAgreements(act, pathwayId);
	const agreement = await findAgreement(act, personId, id);
	await logAccess(act, personId, 'printed');
	return showReceipt(pathway.name, agreement.recordedBy ?? agreement.organisation, agreement, act.at);
}

/** What there is to stop, and which parts of it. @throws Refusal 404 */
export async function readStopping(act: Act, pathwayId: string, id: string) {
	const { personId } = await whoseAgreements(act, pathwayId);
	const agreement = await findAgreement(act, personId, id);
	const { who, what, live } = showAgreement(agreement, act.at);
	const lower = ([3, 2, 1] as const).filter((onlyLevel) => leftOf(agreement, { onlyLevel }) !== null);
	return {
		...{ who, what, live },
		domains: domainOptions(agreement.domains),
		lower: agreement.way === 'referral' ? [] : lower.map(levelOption),
	};
}

const levelOption = (level: 1 | 2 | 3) => ({
	value: String(level),
	label: translate(`agreements.level.${level}`),
});
