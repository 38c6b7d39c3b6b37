import { pathwayRead } from '#lib/pathway/server/relation.ts';
import { domains } from '#lib/person/domain.ts';
import { logAccess } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { dayOf } from '#lib/time/days.ts';
import { isDomain, openDomains, type Voice, voices } from '../assessment.ts';
import { labelOf, showEvolution, showSideBySide, signatureOf, tellEvolution } from '../shown-assessment.ts';
import { readAssessmentDraft } from './assessment-draft.ts';
import { listAssessments } from './assessments.ts';

/** The domains open to the actor, and what has been answered there. */
async function openAssessments(act: Act, pathwayId: string) {
	const { pathway, relation } = await pathwayRead(act, pathwayId);
	await logAccess(act, pathway.personId, 'assessment');
	const asked = openDomains(relation.subjects);
	return {
		pathway,
		asked,
		writes: relation.writes && pathway.state !== 'closed' && asked.length > 0,
		assessments: await listAssessments(act, pathwayId),
	};
}

export async function openAssessmentPage(act: Act, pathwayId: string) {
	const { asked, writes, assessments } = await openAssessments(act, pathwayId);
	const [person, worker] = voices.map((voice) => assessments.find(({ answeredBy }) => answeredBy === voice));
	return {
		id: pathwayId,
		writes,
		first: asked[0] ?? null,
		shared: asked.length > 0,
		someOnly: asked.length > 0 && asked.length < domains.length ? asked.map(labelOf).join(', ') : null,
		person: person ? signatureOf(person) : null,
		worker: worker ? signatureOf(worker) : null,
		lines: showSideBySide(person, worker, asked),
		history: assessments.map((each) => ({
			id: each.id,
			answeredOn: each.answeredOn,
			signature: signatureOf(each),
			manner: translate(`assessment.manner.${each.manner}`),
		})),
	};
}

/** What is asked of one voice, with what its author answered so far; one domain when the address names it. */
export async function openNewAssessment(act: Act, pathwayId: string, search: URLSearchParams) {
	const { asked, writes } = await openAssessments(act, pathwayId);
	const voice = voiceAsked(search.get('par'));
	const subject = search.get('sujet');
	const domain = isDomain(subject) && asked.includes(subject) ? subject : null;
	return {
		id: pathwayId,
		writes,
		voice,
		domain,
		recap: subject === 'relire',
		asked,
		today: dayOf(act.at),
		draft: await readAssessmentDraft(act, pathwayId, voice),
	};
}

export const voiceAsked = (asked: string | null): Voice => (asked === 'worker' ? 'worker' : 'person');

/** Two assessments of one voice, from the earlier to the later; the last two unless the address says others. */
export async function openEvolution(act: Act, pathwayId: string, search: URLSearchParams) {
	const { asked, assessments } = await openAssessments(act, pathwayId);
	const told = (voice: Voice) => assessments.filter(({ answeredBy }) => answeredBy === voice);
	const voice = search.has('par') || told('person').length > 1 ? voiceAsked(search.get('par')) : 'worker';
	const ones = told(voice);
	const named = (name: string) => ones.find(({ id }) => id === search.get(name));
	const pair = [named('avant') ?? ones[1], named('apres') ?? ones[0]] as const;
	const [before, after] = orderOf(...pair);
	const lines = before && after && before !== after ? showEvolution(before, after, asked) : [];
	return {
		id: pathwayId,
		voice,
		options: ones.map((each) => ({ value: each.id, label: signatureOf(each) })),
		before: before && { id: before.id, answeredOn: before.answeredOn },
		after: after && { id: after.id, answeredOn: after.answeredOn },
		lines,
		sentences: tellEvolution(lines),
	};
}

/** The earlier of two days comes first, whatever was asked. */
const orderOf = <One extends { readonly answeredOn: string }>(
	one: One | undefined,
	other: One | undefined,
): readonly [One | undefined, One | undefined] =>
	one && other && one.answeredOn > other.answeredOn ? [other, one] : [one, other];

/** The grid to print: blank, or with the answers of one assessment open to the actor. */
export async function openPrintedGrid(act: Act, pathwayId: string, search: URLSearchParams) {
	const { pathway, asked, assessments } = await openAssessments(act, pathwayId);
	const found = assessments.find(({ id }) => id === search.get('de'));
	if (found) await logAccess(act, pathway.personId, 'printed');
	return {
		id: pathwayId,
		asked: found ? asked : domains,
		signature: found ? signatureOf(found) : null,
		of: found?.id ?? null,
		answers: found?.answers ?? [],
	};
}
