import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { noteAttempt } from '../../landmarks/server/note-attempt.ts';
import { noteEnding } from '../../landmarks/server/note-ending.ts';
import { noteExit } from '../../landmarks/server/note-exit.ts';
import { noteOutcome } from '../../landmarks/server/note-outcome.ts';
import { registerGuarantee } from '../../landmarks/server/register-guarantee.ts';
import { setRhythm } from '../../landmarks/server/set-rhythm.ts';
import { tellDeparture } from '../../relays/server/tell-departure.ts';
import type { LandmarkDeed } from '../scene.ts';
import type { Stage } from './stage.ts';

/** Dates to keep, by their real commands. */
export function performLandmark({ calendar, pathwayId }: Stage, act: Act, deed: LandmarkDeed): Promise<void> {
	const once = crypto.randomUUID();
	switch (deed.do) {
		case 'ending':
			return noteEnding(act, pathwayId, { once, kind: deed.kind, endsOn: calendar.day(deed.on) });
		case 'exit':
			return noteExit(act, pathwayId, { once, kind: deed.kind, leavesOn: calendar.day(deed.on) });
		case 'attempt':
			return noteAttempt(act, pathwayId, { once, channel: deed.channel, onDay: dayOf(act.at) });
		case 'outcome':
			return noteOutcome(act, pathwayId, { once, kind: deed.kind, enteredOn: calendar.day(deed.on) });
		case 'guarantee':
			return registerGuarantee(act, pathwayId, { once, kind: deed.kind, since: calendar.day(deed.on) });
		case 'rhythm':
			return setRhythm(act, pathwayId, { close: deed.close });
		case 'departure':
			return tellDeparture(act, { leaver: act.actor.hat?.id ?? '', leavesOn: calendar.day(deed.on) });
	}
}
