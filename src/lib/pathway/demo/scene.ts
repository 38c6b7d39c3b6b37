import type { Domain, Subject } from '#lib/person/domain.ts';
import type {
	AttemptChannel,
	EndingKind,
	Guarantee,
	Institution,
	OutcomeKind,
} from '../landmarks/landmark.ts';
import type { DemoFollowed } from './people.ts';
import type { Gesture as ReferralGesture } from './referral-scene.ts';
import type { WorkerKey } from './workers.ts';

/** Something that somebody did one day; days count from the day of loading: -12 is twelve days before, 3 in three days. */
export type Scene = { readonly day: number; readonly by?: WorkerKey } & (PathwayDeed | ReferralDeed);

export interface Story {
	readonly who: DemoFollowed;
	/** How many days ago it was opened. */
	readonly opened: number;
	readonly scenes: readonly Scene[];
}

export type ReferralDeed = { readonly do: 'referral' } & ReferralGesture;

/** What is done on a pathway; `key` names what is made, for what comes after. */
export type PathwayDeed =
	| { readonly do: 'sheet'; readonly sheet: Readonly<Record<string, string>> }
	| { readonly do: 'goal'; readonly key: string; readonly domain: Domain; readonly words: string }
	| { readonly do: 'end-goal'; readonly key: string; readonly state: 'reached' | 'dropped' }
	| StepDeed
	| {
			readonly do: 'move';
			readonly key: string;
			readonly to: string;
			readonly more?: Readonly<Record<string, string | number>>;
	  }
	| {
			readonly do: 'note';
			readonly words: string;
			readonly shared: boolean;
			readonly way?: 'meeting' | 'visit' | 'phone' | 'message';
			readonly subject?: Subject;
	  }
	| {
			readonly do: 'meet';
			readonly key: string;
			readonly what: string;
			readonly on: number;
			readonly at: string;
			readonly place?: string;
	  }
	| {
			readonly do: 'met';
			readonly key: string;
			readonly outcome: 'kept' | 'missed' | 'cancelled';
			readonly reason?: string;
	  }
	| {
			readonly do: 'assess';
			readonly voice: 'person' | 'worker';
			readonly answers: Readonly<Record<string, string>>;
	  }
	| {
			readonly do: 'agree';
			readonly key: string;
			readonly organisation: string;
			readonly level: 1 | 2 | 3 | 4 | 5;
			readonly domains?: readonly Domain[];
			readonly subject?: Subject;
			readonly until: number;
			readonly proof: 'signed' | 'oral' | 'helper';
			readonly purpose?: 'follow-up' | 'open-rights' | 'lodging' | 'health' | 'work';
	  }
	| { readonly do: 'stop'; readonly key: string }
	| { readonly do: 'pause'; readonly because: string; readonly until: number }
	| { readonly do: 'close'; readonly reason: string; readonly words: string; readonly check: number }
	| { readonly do: 'reopen'; readonly step: string; readonly due: number }
	| {
			readonly do: 'relay';
			readonly key: string;
			readonly to: WorkerKey;
			readonly because: string;
			readonly on: number;
	  }
	| { readonly do: 'relay-agreed'; readonly key: string }
	| {
			readonly do: 'relay-answered';
			readonly key: string;
			readonly answer: 'accepted' | 'refused';
			readonly words: string;
	  }
	| { readonly do: 'paper'; readonly key: string; readonly title: string; readonly words: string }
	| { readonly do: 'sign'; readonly key: string; readonly signer: 'person' | 'worker' }
	| { readonly do: 'unmet'; readonly need: string; readonly commune: string; readonly because: string }
	| LandmarkDeed
	| { readonly do: 'emergency'; readonly because: string }
	| { readonly do: 'emergency-told' }
	| { readonly do: 'emergency-reviewed' }
	| { readonly do: 'read' };

/** Dates to keep; days count from loading, as those of scenes do. */
export type LandmarkDeed =
	| { readonly do: 'ending'; readonly kind: EndingKind; readonly on: number }
	| { readonly do: 'exit'; readonly kind: Institution; readonly on: number }
	| { readonly do: 'attempt'; readonly channel: AttemptChannel }
	| { readonly do: 'outcome'; readonly kind: OutcomeKind; readonly on: number }
	| { readonly do: 'guarantee'; readonly kind: Guarantee; readonly on: number }
	| { readonly do: 'rhythm'; readonly close: boolean }
	/** Whoever acts leaves the post. */
	| { readonly do: 'departure'; readonly on: number };

export interface StepDeed {
	readonly do: 'step';
	readonly key: string;
	readonly words: string;
	readonly owner: 'person' | 'me';
	readonly due: number;
	readonly goal?: string;
	/** Whether she said yes at once, before whoever writes. */
	readonly agreed: boolean;
}
