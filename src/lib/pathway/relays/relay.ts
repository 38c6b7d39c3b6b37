import type { TextKey } from '#lib/texts/catalogue.ts';

/** The life of a relay between lead workers: the lead changes only when it is effective. */
const next = {
	proposed: ['accepted', 'refused', 'withdrawn', 'effective'],
	accepted: ['effective', 'withdrawn'],
	refused: [],
	withdrawn: [],
	effective: [],
} as const satisfies Record<string, readonly string[]>;
export type RelayState = keyof typeof next;
export const relayStates = Object.keys(next) as readonly RelayState[];

export const canRelayBecome = (from: RelayState, to: RelayState): boolean =>
	(next[from] as readonly RelayState[]).includes(to);

export const isOpenRelay = (state: RelayState): boolean => next[state].length > 0;

/** What has been said yes to, and by whom. */
export interface Relay {
	readonly state: RelayState;
	readonly fromOrganisationId: string;
	readonly toOrganisationId: string;
	/** The colleague named, or whoever accepted; null while any worker of the other organisation may. */
	readonly toHatId: string | null;
	readonly personAcceptedAt: Date | null;
}

export interface Party {
	readonly hatId: string;
	readonly organisationId: string;
}

/** Whether a worker is whom the relay awaits. */
export const mayReceive = ({ toHatId, toOrganisationId }: Relay, party: Party): boolean =>
	toHatId === null ? toOrganisationId === party.organisationId : toHatId === party.hatId;

/** Where the receiver's yes leads: effective at once when the person has said hers. */
export const afterReceiver = ({ personAcceptedAt }: Relay): RelayState =>
	personAcceptedAt ? 'effective' : 'accepted';

/** Where the person's yes leads: effective at once when the receiver has said his. */
export const afterPerson = ({ state }: Relay): RelayState => (state === 'accepted' ? 'effective' : state);

/** Why a relay may not be proposed to somebody, if it may not. */
export function whyNotPropose(
	from: Party,
	to: { readonly hatId: string | null; readonly organisationId: string },
	agreed: boolean,
): TextKey | undefined {
	if (to.hatId === from.hatId) return 'steps.relay-to-self';
	if (to.organisationId === from.organisationId) return to.hatId ? undefined : 'steps.relay-to-missing';
	return agreed ? undefined : 'steps.relay-no-agreement';
}
