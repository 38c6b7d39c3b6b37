import { withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Work } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { findClaimable } from './claim-page.ts';
import { proposeFields } from './propose-correction.ts';

/**
 * Asks that a letter with a code be sent to the organisation: stewards read it among what is proposed.
 * @throws Refusal 404 no such organisation; 429 after too many
 */
export async function askForLetter(door: Work, organisationId: string, { address }: Visitor): Promise<void> {
	await withinLimit(door, 'claim-page', { account: organisationId, address });
	await door(async (act) => {
		const { id } = await findClaimable(act, organisationId);
		await proposeFields(act, {
			kind: 'organisation',
			id,
			organisationId: id,
			letterId: null,
			contactEmail: null,
			fields: [{ field: 'words', before: null, proposed: translate('upkeep.letter-wanted') }],
		});
	});
}
