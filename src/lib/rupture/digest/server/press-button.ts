import { tokenHash } from '#lib/access/server/tokens.ts';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Actor, Role } from '#lib/actor.ts';
import { Refusal } from '#lib/refusal.ts';
import { type Act, actAs, actAtTheDoor, type Clock } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { translate } from '#lib/texts/translator.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { isPutOff } from '../../alerts/alert.ts';
import { openAlertToMove } from '../../alerts/server/alerts.ts';
import { snoozeAlert } from '../../alerts/server/snooze-alert.ts';
import type { RuleId } from '../../rule.ts';

/** Whoever stands at a button: the database, her token, where from, when. */
export interface AtButton {
	readonly db: Database;
	readonly token: string;
	readonly visitor: Visitor;
	readonly now?: Clock;
}

/**
 * What a button would put off; looking changes nothing: mail scanners open links too.
 * @throws Refusal 404, the same sentence for a button that never was, served, expired, or that she may press no more
 */
export const lookAtButton = (at: AtButton): Promise<{ readonly rule: RuleId }> =>
	asIts(at, async (act, alertId) => {
		const { rule } = await alertOf(act, alertId);
		return { rule };
	});

/** Puts the alert off until tomorrow, as the hat it was sent to and with its rights: once. @throws Refusal as above */
export const pressButton = (at: AtButton): Promise<void> =>
	asIts(at, async (act, alertId) => {
		await useUp(act, at.token);
		await alertOf(act, alertId);
		const until = addDays(dayOf(act.at), 1);
		await snoozeAlert(act, { alert: alertId, until, reason: translate('digest.reason') });
	});

const gone = () => new Refusal(404, 'digest.button-gone');

/** A try that fails counts against its network; one that succeeds is given back. */
async function asIts<Done>(
	{ db, token, visitor: { address }, now }: AtButton,
	work: (act: Act, alertId: string) => Promise<Done>,
): Promise<Done> {
	const door = actAtTheDoor(db, now);
	const tries = await withinLimit(door, 'use-link', { address });
	const button = await door((act) => findButton(act, token));
	if (!button) throw gone();
	const done = await actAs(db, button.actor, now)((act) => work(act, button.alertId)).catch(asGone);
	await door((act) => giveBack(act, tries));
	return done;
}

/** Lost, ended or moved since: whoever holds a button learns no more than of one that never was. */
function asGone(error: unknown): never {
	throw error instanceof Refusal ? gone() : error;
}

/** An alert that is still open, and that nobody of hers put off already. */
async function alertOf(act: Act, alertId: string) {
	const alert = await openAlertToMove(act, alertId, 'alert.snooze');
	if (isPutOff(alert, dayOf(act.at))) throw gone();
	return alert;
}

/** Of any number of presses at once, exactly one uses it up; refused afterwards, it is not used. */
async function useUp({ tx, at }: Act, token: string): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('digestButton')
		.set({ usedAt: at })
		.where('tokenHash', '=', tokenHash(token))
		.where('usedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw gone();
}

interface Button {
	readonly actor: Actor;
	readonly alertId: string;
}

async function findButton({ tx, at }: Act, token: string): Promise<Button | undefined> {
	const found = await tx
		.selectFrom('digestButton')
		.innerJoin('hat', 'hat.id', 'digestButton.hatId')
		.innerJoin('account', 'account.id', 'hat.accountId')
		.select(['alertId', 'hat.id', 'hat.accountId', 'hat.role', 'hat.organisationId'])
		.select(['hat.territoryKind', 'hat.territoryCode'])
		// One question whatever was sent: an answer says nothing by its delay.
		.where('digestButton.tokenHash', '=', tokenHash(looksLikeToken(token) ? token : ''))
		.where('digestButton.usedAt', 'is', null)
		.where('digestButton.expiresAt', '>', at)
		.where('hat.endedAt', 'is', null)
		.where('account.suspendedAt', 'is', null)
		.$narrowType<{ role: Role }>()
		.executeTakeFirst();
	if (!found) return undefined;
	const { alertId, accountId, ...hat } = found;
	return { alertId, actor: { accountId, hat } };
}
