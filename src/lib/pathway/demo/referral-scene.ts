import type { Domain } from '#lib/person/domain.ts';
import type { FieldName, ReasonCode } from '../referrals/referral.ts';

/** What is done of a referral; `key` names it in its story. */
export type Gesture = { readonly key: string } & (Request | SourceGesture | TargetGesture);

/** The referral itself, by those who ask. */
export interface Request {
	readonly gesture: 'draft' | 'send';
	/** Rank of the demo service, or ranks of the demo organisations. */
	readonly service?: string;
	readonly organisations?: readonly string[];
	readonly domain: Domain;
	readonly need: string;
	readonly expectation?: string;
	readonly urgent?: boolean;
	readonly fields?: readonly FieldName[];
	readonly parent?: string;
	/** Sent without her agreement, under the law: why. */
	readonly ground?: string;
}

/** What follows from those who asked; they are told to be so, all the rest comes from whoever received it. */
export type SourceGesture = { readonly side: 'source' } & (
	| { readonly gesture: 'await-her' }
	| { readonly gesture: 'withdraw' | 'decline' | 'error'; readonly words: string }
	| {
			readonly gesture: 'say';
			readonly helped: 'yes' | 'partly' | 'no' | 'no-contact';
			readonly words: string;
	  }
);

export type TargetGesture = { readonly side?: never } & (
	| { readonly gesture: 'read' | 'meet' }
	| { readonly gesture: 'accept'; readonly first: number }
	| { readonly gesture: 'wait' | 'suspend'; readonly words: string; readonly until: number }
	| { readonly gesture: 'ask' | 'complete'; readonly words: string }
	| {
			readonly gesture: 'attempt';
			readonly channel: 'phone' | 'message' | 'letter' | 'visit';
			readonly words: string;
	  }
	| { readonly gesture: 'fail'; readonly reason: ReasonCode; readonly words: string }
	| {
			readonly gesture: 'refuse';
			readonly reason: ReasonCode;
			readonly words: string;
			readonly alternative: string;
			/** Rank of a service to which the request goes on, with her agreement. */
			readonly onward?: string;
	  }
);
