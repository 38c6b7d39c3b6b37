import { shownInstant } from '#lib/access/shown-date.ts';
import { draftOf } from '#lib/pathway/server/drafts.ts';
import type { Act } from '#lib/server/act.ts';

/** What the draft of a referral is called. */
export const referralDraft = (pathwayId: string): string => `orientation.${pathwayId}`;

/** What is asked and why; the recipient and what is shared are chosen anew, nothing is ticked beforehand. */
const words = ['domain', 'need', 'constraints', 'expectation', 'urgent'] as const;

/** What its author was writing for this pathway and never sent, and when. */
export async function askedBefore(act: Act, pathwayId: string) {
	const draft = await draftOf(act, referralDraft(pathwayId));
	if (!(draft?.fields.need || draft?.fields.constraints || draft?.fields.expectation)) return undefined;
	const { fields, savedAt } = draft;
	const values: Record<string, string> = Object.fromEntries(
		words.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])),
	);
	return { values, at: shownInstant(savedAt) };
}
