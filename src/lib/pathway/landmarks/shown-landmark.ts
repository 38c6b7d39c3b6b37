import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { Option } from '#lib/ui/option.ts';
import {
	attemptChannels,
	endingKinds,
	guarantees,
	institutions,
	type Landmark,
	outcomeKinds,
} from './landmark.ts';

/** What may still be done about a date. */
export type LandmarkMove = 'tie' | 'settle' | 'relay' | 'check';

/** A date to keep, ready to be read. */
export interface ShownLandmark {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly when: string;
	/** What was done about it, in a few words. */
	readonly done: string | null;
	readonly moves: readonly LandmarkMove[];
	readonly organisation: string;
}

const nameOf = (what: string, code: string): string => {
	const key = `landmarks.${what}-${code}`;
	if (!isTextKey(key)) throw new Error(`no name for ${key}`);
	return translate(key);
};
const options = (what: string, codes: readonly string[]): Option[] => [
	{ value: '', label: translate('landmarks.choose') },
	...codes.map((value) => ({ value, label: nameOf(what, value) })),
];

/** One of the forms that add a date: the kinds that it offers, and what its fields are called. */
export interface AddForm {
	readonly action: string;
	readonly kindField: string;
	readonly kinds: readonly Option[];
	readonly dayField: string;
	/** The day is past, or today. */
	readonly past: boolean;
	readonly texts: Readonly<Record<'summary' | 'kind' | 'day' | 'save', TextKey>>;
}

/** The forms that add a date, in the order of the page. */
export const addForms = (): readonly AddForm[] => [
	{
		...{ action: 'fin', kindField: 'kind', kinds: options('ending', endingKinds), dayField: 'endsOn' },
		past: false,
		texts: {
			summary: 'landmarks.add-ending',
			kind: 'landmarks.what-ends',
			day: 'landmarks.ends-on',
			save: 'landmarks.save-date',
		},
	},
	{
		...{ action: 'sortie', kindField: 'kind', kinds: options('exit', institutions), dayField: 'leavesOn' },
		past: false,
		texts: {
			summary: 'landmarks.add-exit',
			kind: 'landmarks.what-leaves',
			day: 'landmarks.leaves-on',
			save: 'landmarks.save-date',
		},
	},
	{
		...{
			action: 'essai',
			kindField: 'channel',
			kinds: options('attempt', attemptChannels),
			dayField: 'onDay',
		},
		past: true,
		texts: {
			summary: 'landmarks.add-attempt',
			kind: 'landmarks.which-way',
			day: 'landmarks.which-day',
			save: 'landmarks.save-attempt',
		},
	},
	{
		...{
			action: 'nouvelle',
			kindField: 'kind',
			kinds: options('outcome', outcomeKinds),
			dayField: 'enteredOn',
		},
		past: true,
		texts: {
			summary: 'landmarks.add-outcome',
			kind: 'landmarks.what-entered',
			day: 'landmarks.since-when',
			save: 'landmarks.save-date',
		},
	},
	{
		...{ action: 'garantie', kindField: 'kind', kinds: options('guarantee', guarantees), dayField: 'since' },
		past: true,
		texts: {
			summary: 'landmarks.add-guarantee',
			kind: 'landmarks.which-guarantee',
			day: 'landmarks.registered-on',
			save: 'landmarks.save-date',
		},
	},
];

/** @param today YYYY-MM-DD where she lives */
export function showLandmark(landmark: Landmark, today: string): ShownLandmark {
	const { what, code, day, id, version, organisation } = landmark;
	return {
		...{ id, version, organisation },
		title: nameOf(what, code),
		when: whenOf(landmark, today),
		done: doneOf(landmark),
		moves: movesOf(landmark, day <= today),
	};
}

function whenOf({ what, day }: Landmark, today: string): string {
	const date = frenchDate(day);
	if (what === 'ending') return translate(day < today ? 'landmarks.ended' : 'landmarks.ends', { date });
	if (what === 'exit') return translate(day < today ? 'landmarks.left' : 'landmarks.leaves', { date });
	return translate(what === 'attempt' ? 'landmarks.on' : 'landmarks.since', { date });
}

function doneOf({ what, done, step, heardOn, still }: Landmark): string | null {
	if (what === 'ending' && done) return translate('landmarks.settled');
	if (what === 'ending' && step) return translate('landmarks.tied', { step });
	if (what === 'exit' && done) return translate('landmarks.relayed');
	if (what === 'outcome' && heardOn)
		return translate('landmarks.heard', { date: frenchDate(heardOn), still: still ? 'yes' : 'no' });
	return null;
}

function movesOf({ what, done, step }: Landmark, past: boolean): LandmarkMove[] {
	if (what === 'ending' && !done) return step ? ['settle'] : ['tie', 'settle'];
	if (what === 'exit' && !done) return ['relay'];
	return what === 'outcome' && past ? ['check'] : [];
}
