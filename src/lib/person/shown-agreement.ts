import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dateIn } from '#lib/time/zone.ts';
import { type Agreement, holds, lastDayOf, type Proof, type Purpose } from './agreement.ts';

const list = new Intl.ListFormat('fr-FR');

/** « Awa (CCAS de Lens) », or the organisation alone. */
export const whoOf = (organisation: string, team: string | null): string =>
	team === null ? organisation : translate('agreements.who', { name: team, organisation });

interface Said extends Pick<Agreement, 'level' | 'domains'> {
	readonly organisation: string;
	readonly team: string | null;
	/** The last day on which it holds, YYYY-MM-DD. */
	readonly until: string;
	readonly way: string;
}

/** What is seen, and what is not, in words said to her. */
export function sayWhat({ level, domains, way }: Pick<Said, 'level' | 'domains' | 'way'>) {
	const kind = way === 'referral' ? 'referral' : level;
	const spoken = domains.map((domain) => translate(`agreements.spoken.${domain}` as TextKey));
	return {
		what: translate(`agreements.sees.${kind}`, { domains: list.format(spoken) }),
		not: translate(`agreements.not.${kind}`),
	};
}

/** The sentences that the person hears, in order: who sees what, what they do not, until when, that she may stop. */
export function sayAgreement({ organisation, team, level, domains, until, way }: Said): readonly string[] {
	const { what, not } = sayWhat({ level, domains, way });
	return [
		translate('agreements.sees', { who: whoOf(organisation, team), what }),
		not,
		translate('agreements.sees-until', { date: frenchDate(until) }),
		translate('agreements.sees-stop'),
	];
}

export const domainOptions = (names: readonly string[]) =>
	names.map((value) => ({ value, label: translate(`agreements.domain.${value}` as TextKey) }));

export const provedBy = (proof: Proof, witness: string | null): string =>
	translate(`agreements.proved.${proof}`, { witness: witness ?? '' });

interface Known extends Agreement {
	readonly id: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly team: string | null;
	readonly purpose: Purpose;
	readonly proof: Proof;
	readonly witness: string | null;
	readonly way: string;
	readonly recordedAt: Date;
	readonly recordedBy: string | null;
}

/** An agreement as its card shows it. */
export function showAgreement(agreement: Known, at: Date) {
	const { id, level, domains, organisation, team, way, endsAt, revokedAt } = agreement;
	const kind = way === 'referral' ? 'referral' : level;
	return {
		id,
		who: whoOf(organisation, team),
		what: translate(`agreements.level.${kind}`),
		domains: domainOptions(domains).map(({ label }) => label),
		purpose: translate(`agreements.purpose.${agreement.purpose}`),
		until: translate('agreements.until', { date: frenchDate(lastDayOf(endsAt)) }),
		recorded: sayRecorded(agreement),
		live: holds(agreement, at),
		over: revokedAt
			? translate('agreements.past-stopped', { date: shownDate(revokedAt) })
			: translate('agreements.past-ended', { date: frenchDate(lastDayOf(endsAt)) }),
	};
}
const sayRecorded = ({ recordedAt, recordedBy, proof, witness }: Known): string =>
	recordedBy
		? translate('agreements.recorded', {
				date: shownDate(recordedAt),
				organisation: recordedBy,
				proof: provedBy(proof, witness),
			})
		: translate('agreements.recorded-herself', { date: shownDate(recordedAt) });
export type ShownAgreement = ReturnType<typeof showAgreement>;

/** « 23 novembre 2026 », in Paris. */
export const shownDate = (at: Date): string => frenchDate(dateIn(at, 'Europe/Paris'));
