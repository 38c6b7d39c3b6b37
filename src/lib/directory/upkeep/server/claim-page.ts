import * as z from 'zod';
import { Email } from '#lib/access/email.ts';
import { withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { isId } from '../../server/closed-lists.ts';
import { claimBlockedBy, domainsOf } from '../claim.ts';

export const ClaimByEmail = z.object({ email: Email });

export interface ClaimedOrganisation {
	readonly id: string;
	readonly name: string;
	readonly website: string | null;
	readonly email: string | null;
}

/**
 * Asks to manage a page with an address of the organisation's own domain: a link goes there, and gives the hat.
 * @throws Refusal 403 for another domain, or one open to anyone; 404 no such organisation; 429 after too many
 */
export async function claimPage(
	door: Work,
	organisationId: string,
	{ email }: z.infer<typeof ClaimByEmail>,
	{ address }: Visitor,
): Promise<void> {
	await withinLimit(door, 'claim-page', { account: `${organisationId} ${email}`, address });
	await door(async (act) => {
		refuseIf(claimBlockedBy(email, await findClaimable(act, organisationId)));
		await openClaim(act, { organisationId, email, way: 'email', codeId: null });
	});
}

/** The organisation of a page, while it stands; at the door. */
export async function findClaimable({ tx }: Act, id: string): Promise<ClaimedOrganisation> {
	const organisation = isId(id)
		? await tx
				.selectFrom('organisation')
				.select(['id', 'name', 'website', 'email'])
				.where('id', '=', id)
				.where('mergedInto', 'is', null)
				.where('goneAt', 'is', null)
				.executeTakeFirst()
		: undefined;
	if (!organisation) throw new Refusal(404, 'import-run.no-organisation');
	return organisation;
}

/** What the page says of who may claim it: the domains, for the person to know which address to use. */
export const showClaimable = async (act: Act, id: string) => {
	const organisation = await findClaimable(act, id);
	return { name: organisation.name, domains: domainsOf(organisation) };
};

interface NewClaim {
	readonly organisationId: string;
	readonly email: string;
	readonly way: 'email' | 'letter';
	readonly codeId: string | null;
}

/** Writes a claim; its link is made when its mail leaves. */
export async function openClaim(act: Act, claim: NewClaim): Promise<void> {
	const { id } = await act.tx
		.insertInto('pageClaim')
		.values({ ...claim, askedAt: act.at })
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'upkeep.page-claimed', claim.organisationId, { way: claim.way });
	await enqueue(act, 'send-claim-link', { claimId: id }, { key: `claim:${id}` });
}
