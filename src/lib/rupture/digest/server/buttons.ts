import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import type { Act } from '#lib/server/act.ts';
import { buttonDays } from '../choice.ts';

export const buttonPath = (token: string): string => `/courriel-du-jour/${token}`;

/** Makes a button an alert, for the hat put on; only their hashes are kept. @returns tokens by alert */
export async function makeButtons(act: Act, alertIds: readonly string[]): Promise<Map<string, string>> {
	const tokens = new Map(alertIds.map((alertId) => [alertId, newToken()]));
	if (tokens.size === 0) return tokens;
	const expiresAt = new Date(act.at.getTime() + buttonDays * 86_400_000);
	const shared = { hatId: act.actor.hat?.id ?? '', madeAt: act.at, expiresAt };
	await act.tx
		.insertInto('digestButton')
		.values([...tokens].map(([alertId, token]) => ({ ...shared, alertId, tokenHash: tokenHash(token) })))
		.execute();
	return tokens;
}
