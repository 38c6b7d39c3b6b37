import { domains } from '#lib/person/domain.ts';
import { sayWhenIn } from '#lib/person/space/say-when.ts';
import { translate } from '#lib/texts/translator.ts';
import { sayReferral } from '../own/referral-said.ts';
import { isStepState } from '../steps/step.ts';
import type { OwnData } from './server/read-own-data.ts';

/** One part of what is kept of her: a title, and a line for each thing. */
export interface DataSection {
	readonly title: string;
	readonly lines: readonly string[];
}

const { sayDay, sayDate } = sayWhenIn('fr');
const year = (at: Date): string => String(at.getUTCFullYear());
const on = (at: Date): string => `${sayDay(at)} ${year(at)}`;
const joined = (...parts: readonly (string | null | undefined | false)[]): string =>
	parts.filter(Boolean).join(' · ');

/** What is kept of her as sentences that are read, printed or kept; the same facts as the file for machines. */
export function showOwnData(data: OwnData): readonly DataSection[] {
	const [person] = data.person;
	const part = (key: Parameters<typeof translate>[0], lines: readonly string[]): DataSection => ({
		title: translate(key),
		lines: lines.filter(Boolean),
	});
	return [
		part('own-data.person', [
			person?.name ?? '',
			person?.phone ?? '',
			person?.email ?? '',
			person?.safeContact ?? '',
			person?.birthYear ? String(person.birthYear) : '',
		]),
		part(
			'own-data.pathways',
			data.pathways.map((one) => joined(on(one.openedAt), one.leadName, one.words)),
		),
		part(
			'own-data.goals',
			data.goals.map((one) => joined(on(one.setAt), one.words)),
		),
		part(
			'own-data.steps',
			data.steps.map((one) =>
				joined(
					one.words,
					one.ownerName,
					`${sayDate(one.dueOn)} ${one.dueOn.slice(0, 4)}`,
					isStepState(one.state) && translate(`own-space.step-state-${one.state}`),
					one.reason,
				),
			),
		),
		part(
			'own-data.appointments',
			data.appointments.map((one) => joined(on(one.startsAt), one.withName, one.subjectLine, one.place)),
		),
		part(
			'own-data.assessments',
			data.assessmentAnswers.map((one) =>
				joined(domainName(one.domain), one.level ? `${one.level}/5` : null, one.words),
			),
		),
		part(
			'own-data.agreements',
			data.agreements.map((one) =>
				joined(
					one.organisation,
					on(one.startsAt),
					on(one.endsAt),
					one.revokedAt && translate('own-data.stopped', { day: on(one.revokedAt) }),
				),
			),
		),
		part(
			'own-data.referrals',
			data.referrals.map((one) =>
				joined(
					on(one.madeAt),
					one.organisation,
					translate(sayReferral(one.state), { name: one.fromName }),
					...data.referralFields.filter(({ referralId }) => referralId === one.id).map(({ value }) => value),
				),
			),
		),
		part(
			'own-data.notes',
			data.notes.map((one) => joined(on(one.writtenAt), one.authorName, one.words)),
		),
		part('own-data.documents', [
			...data.documents.map((one) => joined(on(one.madeAt), one.title)),
			...data.attachments.map((one) => joined(on(one.addedAt), one.name)),
		]),
		part(
			'own-data.words',
			data.words.map((one) => joined(on(one.saidAt), one.toName, one.words, one.answer)),
		),
		part(
			'own-data.cards',
			data.cards.map((one) => joined(on(one.madeAt), one.workerName)),
		),
		part(
			'own-data.readings',
			data.readings.map((one) => joined(on(one.at), one.workerName, one.organisation)),
		),
	];
}

function domainName(named: string): string | null {
	const domain = domains.find((known) => known === named);
	return domain ? translate(`person.domain-${domain}`) : null;
}
