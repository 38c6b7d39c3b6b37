import type { Domain } from '#lib/person/domain.ts';
import type { FieldName, ReasonCode, ReferralState } from '../referrals/referral.ts';

interface Named {
	readonly id: string | null;
	readonly name: string;
}

/** What one reader may hand on of a referral: nothing here that she did not agree to, or that the reader may not see. */
export interface ExportedReferral {
	readonly id: string;
	/** Names the person for this reader alone: another organisation knows her by another. */
	readonly patientId: string;
	readonly state: ReferralState;
	readonly domain: Domain;
	readonly topic: string | null;
	readonly urgent: boolean;
	readonly madeAt: Date;
	readonly sentAt: Date | null;
	readonly stateSince: Date;
	readonly endedAt: Date | null;
	/** The referral that this one takes up. */
	readonly parentId: string | null;
	readonly from: Named;
	/** Nobody yet while an open call waits. */
	readonly to: Named | null;
	readonly fields: readonly { readonly name: FieldName; readonly value: string }[];
	readonly reasonCode: ReasonCode | null;
	/** What was said with the last move. */
	readonly words: string | null;
	/** What was done, once completed. */
	readonly outcome: string | null;
	readonly agreement: {
		readonly id: string;
		readonly recordedAt: Date;
		readonly startsAt: Date;
		readonly endsAt: Date;
		readonly proof: string;
	} | null;
	/** Sent under a ground of the law instead of her agreement. */
	readonly underLaw: boolean;
}

export const fieldOf = ({ fields }: ExportedReferral, name: FieldName): string | undefined =>
	fields.find((field) => field.name === name)?.value;
