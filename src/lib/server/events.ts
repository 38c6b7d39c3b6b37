import type { Act } from './act.ts';

/** Every kind of event and its details. Append-only: the audit trail, the timelines, the alerts and the figures. */
export interface Events {
	'account.opened': { by: 'invitation' | 'operator' };
	'account.password-changed': { by: 'recovery' | 'person' };
	'account.second-factor-set': Record<string, never>;
	'account.second-factor-removed': Record<string, never>;
	'account.renamed': Record<string, never>;
	'account.second-factor-reset': Record<string, never>;
	'account.recovery-codes-made': Record<string, never>;
	'account.recovery-code-used': Record<string, never>;
	'account.suspended': Record<string, never>;
	'account.reopened': Record<string, never>;
	'session.opened': { by: 'password' | 'link' | 'code' | 'invitation' | 'recovery' };
	'session.closed': { by: 'person' | 'recovery' | 'password-change' | 'operator' };
	'session.hat-changed': { hatId: string };
	'hat.given': { role: string };
	'hat.left': Record<string, never>;
	'invitation.sent': { role: string };
	'invitation.withdrawn': Record<string, never>;
	'invitation.accepted': Record<string, never>;
	'feed.made': Record<string, never>;
	'feed.revoked': Record<string, never>;
	'digest.chosen': { daily: boolean; hour: number; urgent: boolean };
	'api-key.created': { scopes: string };
	'api-key.revoked': Record<string, never>;
	'mapping.saved': { name: string };
	'mapping.removed': Record<string, never>;
	'import.scheduled': { every: string };
	'import.unscheduled': Record<string, never>;
	'webhook.added': { events: readonly string[] };
	'webhook.removed': Record<string, never>;
	'upkeep.letters-stopped': Record<string, never>;
	'upkeep.correction-proposed': { kind: string; fields: readonly string[] };
	'upkeep.correction-decided': { field: string; decision: 'accepted' | 'refused' };
	'upkeep.page-claimed': { way: 'email' | 'letter' };
	'upkeep.claim-revoked': Record<string, never>;
	'upkeep.code-made': Record<string, never>;
	'upkeep.campaign-started': { organisations: number };
	'upkeep.campaign-ended': Record<string, never>;
	'gap.reported': { communeCode: string; topics: readonly string[] };
	'gap.wiped': Record<string, never>;
	'list.search-saved': Record<string, never>;
	'list.search-removed': Record<string, never>;
	'list.alert-asked': Record<string, never>;
	'list.alert-confirmed': Record<string, never>;
	'list.alert-stopped': Record<string, never>;
	'list.favourite-added': Record<string, never>;
	'list.favourite-removed': Record<string, never>;
	'model.made': { serviceId: string };
	'model.joined': { serviceId: string };
	'model.left': { serviceId: string };
	'model.changed': { field: string };
	'model.removed': Record<string, never>;
	'occupation.tagged': { romeCode: string; tag: string };
	'occupation.untagged': { romeCode: string; tag: string };
	'pathway.opened': Record<string, never>;
	'agreement.recorded': { level: number; way: string };
	'agreement.revoked': { way: string; part: boolean };
	'person.emergency-opened': { reason: string };
	'person.emergency-told': Record<string, never>;
	'person.emergency-delayed': Record<string, never>;
	'person.emergency-reviewed': { review: string };
	'pathway.resumed': Record<string, never>;
	'pathway.closed': { reason: string };
	'pathway.reopened': Record<string, never>;
	'pathway.sheet-changed': { fields: readonly string[] };
	'person.code-made': Record<string, never>;
	'person.card-handed': { knownBy: string };
	'person.pin-chosen': Record<string, never>;
	'person.renamed': Record<string, never>;
	'person.fact-chosen': Record<string, never>;
	'pathway.word-said': { kind: string };
	'pathway.word-answered': Record<string, never>;
	'person.code-ended': Record<string, never>;
	'pathway.activated': Record<string, never>;
	'pathway.paused': Record<string, never>;
	'pathway.ending-noted': Record<string, never>;
	'pathway.ending-tied': Record<string, never>;
	'pathway.ending-settled': Record<string, never>;
	'pathway.exit-noted': Record<string, never>;
	'pathway.exit-relayed': Record<string, never>;
	'pathway.attempt-noted': Record<string, never>;
	'pathway.outcome-noted': Record<string, never>;
	'pathway.outcome-checked': Record<string, never>;
	'pathway.guarantee-registered': Record<string, never>;
	'pathway.rhythm-set': Record<string, never>;
	'pathway.need-unmet': { domain: string; because: string };
	'goal.set': { goal: string };
	'goal.ended': { goal: string; state: string };
	'step.proposed': { step: string; by: string };
	'step.moved': { step: string; from: string; to: string };
	'step.taken': { step: string };
	'assessment.made': { assessment: string; answeredBy: string };
	'relay.proposed': { relay: string };
	'relay.agreed-by-person': { relay: string };
	'relay.accepted': { relay: string };
	'relay.refused': { relay: string };
	'relay.withdrawn': { relay: string };
	'relay.effective': { relay: string };
	'note.written': { contact: boolean };
	'attachment.added': { mediaType: string };
	'appointment.planned': Record<string, never>;
	'appointment.moved': Record<string, never>;
	'appointment.ended': { state: 'kept' | 'missed' | 'cancelled' };
	'appointment.reminded': { channel: 'sms' | 'mail' };
	'document.made': { kind: string };
	'document.signed': { signer: string; proof: string };
	'document.withdrawn': Record<string, never>;
	'referral.drafted': { domain: string };
	'referral.field-struck': { field: string };
	'referral.moved': { from: string; to: string; side: string; reasonCode?: string };
	'referral.extended': Record<string, never>;
	'referral.attempted': { channel: string };
	'referral.withdrawal-asked': { side: string };
	'referral.feedback-given': { helped: string };
	'referral.link-revoked': Record<string, never>;
	'referral.paused': { until: string };
	'referral.pause-ended': Record<string, never>;
	'agreement.ground-recorded': { ground: string };
	'alert.snoozed': { rule: string; until: string };
	'alert.judged': { rule: string; useful: boolean };
	'alert.repaired': { rule: string };
	'absence.said': { from: string; until: string };
	'absence.ended': Record<string, never>;
	'situations.imported': { people: number; steps: number; refused: number; skipped: number };
	'situations.undone': { removed: number; kept: number };
	'rules.decided': Record<string, never>;
	'rules.shown-per-organisation': Record<string, never>;
	'rules.hidden-per-organisation': Record<string, never>;
	'departure.told': { leavesOn: string };
	'departure.forgotten': Record<string, never>;
	'territory.imported': { kind: string; year: number; communes: number };
	'directory.changed': { kind: string; fields: readonly string[]; reason: string };
	'directory.answers-counted': Record<string, never>;
	'directory.verified': { services: readonly string[]; by: 'letter' | 'person' };
	'directory.service-added': { organisationId: string };
	'directory.merged': { kind: string; mergedId: string };
	'directory.unmerged': { kind: string; mergedId: string };
	'duplicates.kept-apart': { kind: string };
	'duplicates.proposed-again': { kind: string };
	'directory.synonyms-changed': Record<string, never>;
	'directory.import-undone': { source: string; removed: number; restored: number; kept: number };
	'directory.demo-removed': { accounts: number; organisations: number; services: number };
	'directory.imported': {
		source: string;
		rows: number;
		added: number;
		changed: number;
		unchanged: number;
		gone: number;
		rejected: number;
	};
}

/** One event to record: what happened, to what, and its details. */
export type Happened = { [Name in keyof Events]: readonly [Name, string, Events[Name]] }[keyof Events];

/** Records what happened in the same transaction as the change itself. */
export async function record<Name extends keyof Events>(
	act: Act,
	name: Name,
	subject: string,
	details: Events[Name],
): Promise<void> {
	await act.tx
		.insertInto('event')
		.values(eventOf(act, name, subject, details))
		.execute();
}

/** The same, for what many things went through at once, in the order they happened. */
export async function recordAll(act: Act, happened: readonly Happened[]): Promise<void> {
	if (happened.length === 0) return;
	await act.tx
		.insertInto('event')
		.values(happened.map(([name, subject, details]) => eventOf(act, name, subject, details)))
		.execute();
}

const eventOf = ({ actor, at }: Act, name: string, subject: string, details: object) => ({
	name,
	subject,
	details: JSON.stringify(details),
	happenedAt: at,
	accountId: actor.accountId,
	hatId: actor.hat?.id ?? null,
	organisationId: actor.hat?.organisationId ?? null,
});
