import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { deskOf, isAway } from '../../today/absence.ts';
import { joinDay } from '../../today/joined-day.ts';
import { listAbsences } from '../../today/server/absences.ts';
import { readDay } from '../../today/server/day-rows.ts';
import { orderDay } from '../../today/today.ts';

/** Whose days the hat put on reads today; nobody's while it is away, since its own is then at a colleague's. */
export async function deskOfActor(act: Act): Promise<readonly string[]> {
	const { hat } = act.actor;
	if (hat?.role !== 'worker') return [];
	const [absences, today] = [await listAbsences(act), dayOf(act.at)];
	const away = absences.some((absence) => absence.hatId === hat.id && isAway(absence, today));
	return away ? [] : deskOf(hat.id, absences, today).hatIds;
}

/** What awaits the hat put on, as the page of its day orders it; nothing while it is away. */
export async function readDeskDay(act: Act) {
	const hatIds = await deskOfActor(act);
	return hatIds.length === 0 ? undefined : orderDay(joinDay(await readDay(act, hatIds)), act.at);
}
