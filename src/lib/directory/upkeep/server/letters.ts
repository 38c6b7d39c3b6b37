import { type RawBuilder, sql } from 'kysely';
import { tokenHash } from '#lib/access/server/tokens.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { letterLife, silence } from '../letter.ts';

/** Whom a wave of letters goes to, and about what. */
interface Wave {
	/** Rows of (organisation_id uuid, service_id uuid), of listed entries. */
	readonly asked: RawBuilder<unknown>;
	readonly campaignId: string | null;
	readonly most: number;
	/** Letters left without an answer after which an organisation is telephoned instead; null: no such end. */
	readonly patience: number | null;
	/** Invented organisations have no mailbox: they are written to only where no mail leaves. */
	readonly fictionalToo: boolean;
}

/**
 * Makes at most one letter per organisation, those that wait the longest first. Nothing goes to an address that is
 * somebody's own or that asked for silence, nor to an organisation written to less than a month ago. Returns their ids.
 */
export async function makeLetters({ tx, at }: Act, wave: Wave): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with asked as (${wave.asked}),
		addressee as (
			select o.id, array_agg(s.id) as services, min(greatest(s.updated_on, s.verified_on)) as since,
				lower(trim(coalesce(o.email, min(s.email) filter (where not s.contact_private)))) as email
			from asked join organisation o on o.id = asked.organisation_id join service s on s.id = asked.service_id
			where not o.contact_private and (${wave.fictionalToo} or not o.fictional)
			group by o.id),
		chosen as (
			select gen_random_uuid() as letter, addressee.* from addressee
			where email ~ '^[^@[:space:],;<>]+@[^@[:space:],;<>]+[.][^@[:space:],;<>]+$'
				and not exists (select from opposed_address where address_hash = sha256(convert_to(email, 'UTF8')))
				and not exists (select from review_letter l where l.organisation_id = addressee.id
					and l.made_at > ${new Date(at.getTime() - silence)})
				and (${wave.patience}::int is null or ${wave.patience}::int > (
					select count(*) from review_letter l where l.organisation_id = addressee.id and not exists (
						select from review_letter_service a join review_letter later on later.id = a.letter_id
						where later.organisation_id = l.organisation_id and a.answered_at >= l.made_at)))
			order by since, id limit ${wave.most}),
		letter as (
			insert into review_letter (id, organisation_id, campaign_id, email, made_at, expires_at)
			select letter, id, ${wave.campaignId}::uuid, email, ${at}, ${new Date(at.getTime() + letterLife)} from chosen
			returning id),
		about as (
			insert into review_letter_service (letter_id, service_id)
			select letter, service from chosen, unnest(services) service)
		select id from letter`.execute(tx);
	return rows.map(({ id }) => id);
}

export interface OpenLetter {
	readonly id: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly email: string;
}

/**
 * The letter whose link this is, without using it: mail scanners open links too.
 * @throws Refusal 404 when the link never was, is too old or was taken back
 */
export async function findLetter({ tx, at }: Act, token: string): Promise<OpenLetter> {
	const letter = looksLikeToken(token)
		? await tx
				.selectFrom('reviewLetter')
				.innerJoin('organisation', 'organisation.id', 'reviewLetter.organisationId')
				.select([
					'reviewLetter.id',
					'organisationId',
					'organisation.name as organisation',
					'reviewLetter.email',
				])
				.where('tokenHash', '=', tokenHash(token))
				.where('revokedAt', 'is', null)
				.where('expiresAt', '>', at)
				.executeTakeFirst()
		: undefined;
	if (!letter) throw new Refusal(404, 'upkeep.letter-gone');
	return letter;
}
