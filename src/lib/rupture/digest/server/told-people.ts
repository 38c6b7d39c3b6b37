import type { Act } from '#lib/server/act.ts';
import type { AlertGroup, Level } from '../../evaluate.ts';
import type { RuleId } from '../../rule.ts';
import { mostTold, type ToldPerson } from '../shown-digest.ts';
import { buttonPath, makeButtons } from './buttons.ts';

interface Told {
	readonly id: string;
	readonly rule: RuleId;
	readonly level: Level;
	readonly personId: string;
	readonly pathwayId: string | null;
	readonly day: string;
	readonly leads: boolean;
}

/** Silences with their two addresses, the first of them: each gets a button of its own. */
export async function tellPeople<Alert extends Told>(
	act: Act,
	groups: readonly AlertGroup<Alert>[],
	isFresh: (alert: Alert) => boolean,
	origin: string,
): Promise<ToldPerson[]> {
	const told = groups.flatMap(({ alerts }) => alerts).slice(0, mostTold);
	const tokens = await makeButtons(
		act,
		told.map(({ id }) => id),
	);
	const tell = (alert: Alert, token: string) => ({
		rule: alert.rule,
		level: alert.level,
		fresh: isFresh(alert),
		open: origin + (alert.leads && alert.pathwayId ? `/parcours/${alert.pathwayId}` : '/aujourdhui#silences'),
		later: origin + buttonPath(token),
	});
	return groups.flatMap(({ day, alerts }) => {
		const lines = alerts.flatMap((alert) => {
			const token = tokens.get(alert.id);
			return token ? [tell(alert, token)] : [];
		});
		return lines.length > 0 ? [{ since: day, alerts: lines }] : [];
	});
}
