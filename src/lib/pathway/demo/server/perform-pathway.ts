import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { makeAssessment } from '../../assessments/server/make-assessment.ts';
import { sayNeedUnmet, UnmetNeed } from '../../matching/server/unmet-needs.ts';
import { agreeToRelay, answerRelay } from '../../relays/server/answer-relay.ts';
import { proposeRelay } from '../../relays/server/propose-relay.ts';
import { Closing, closePathway } from '../../server/close-pathway.ts';
import { editSheet } from '../../server/edit-sheet.ts';
import { pausePathway } from '../../server/pause-pathway.ts';
import { reopenPathway } from '../../server/reopen-pathway.ts';
import { readSheet } from '../../server/sheet.ts';
import { Sheet } from '../../sheet-form.ts';
import type { PathwayDeed } from '../scene.ts';
import { nameOf } from '../workers.ts';
import { one, type Stage } from './stage.ts';

type Deed = Extract<
	PathwayDeed,
	{
		do:
			| 'sheet'
			| 'assess'
			| 'pause'
			| 'close'
			| 'reopen'
			| 'relay'
			| 'relay-agreed'
			| 'relay-answered'
			| 'unmet';
	}
>;

/** The pathway itself, its sheet and its relays, by their real commands. */
export async function performPathway(stage: Stage, act: Act, deed: Deed): Promise<void> {
	const { calendar, pathwayId } = stage;
	switch (deed.do) {
		case 'sheet':
			return fillSheet(stage, act, deed.sheet);
		case 'assess': {
			const head = { answeredBy: deed.voice, manner: 'together', answeredOn: dayOf(act.at) } as const;
			await makeAssessment(act, pathwayId, head, deed.answers);
			return;
		}
		case 'pause':
			return pausePathway(act, pathwayId, { pauseReason: deed.because, reviewOn: calendar.day(deed.until) });
		case 'close': {
			const { reason, words, check } = deed;
			const told = { reason, closingWords: words, noFurtherSupport: 'true', checkOn: calendar.day(check) };
			return closePathway(act, pathwayId, Closing.parse(told));
		}
		case 'reopen':
			return reopenPathway(act, pathwayId, {
				...{ words: deed.step, owner: 'me', dueOn: calendar.day(deed.due) },
			});
		case 'unmet': {
			const { need, commune, because } = deed;
			const told = { id: crypto.randomUUID(), need, commune, because };
			return sayNeedUnmet(act, pathwayId, UnmetNeed.parse(told));
		}
		case 'relay':
		case 'relay-agreed':
		case 'relay-answered':
			return performRelay(stage, act, deed);
	}
}

async function fillSheet({ pathwayId, sheet }: Stage, act: Act, told: Readonly<Record<string, string>>) {
	const { version, name, words } = await readSheet(act, pathwayId);
	Object.assign(sheet, told);
	await editSheet(act, pathwayId, Sheet.parse({ ...sheet, version, name, words: words ?? '' }));
}

async function performRelay(
	{ made, calendar, cast, lead, pathwayId }: Stage,
	act: Act,
	deed: Extract<Deed, { do: 'relay' | 'relay-agreed' | 'relay-answered' }>,
): Promise<void> {
	if (deed.do === 'relay') {
		const to = `colleague:${one(cast.actors, deed.to).hat?.id}`;
		const relay = {
			to,
			reason: deed.because,
			meetingOn: calendar.day(deed.on),
			personPresent: 'yes',
		} as const;
		made.set(deed.key, await proposeRelay(act, pathwayId, relay));
	} else if (deed.do === 'relay-agreed')
		await agreeToRelay(act, { relay: one(made, deed.key), proof: 'oral', witness: nameOf(lead) });
	else await answerRelay(act, { relay: one(made, deed.key), answer: deed.answer, words: deed.words });
}
