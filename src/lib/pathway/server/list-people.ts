import { type RawBuilder, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { AskedPeople, Whose } from '../people-asked.ts';
import { openStepStates } from '../steps/server/next-step.ts';

/** A person of a list: her state, and what is done next. */
export interface ListedPerson {
	readonly id: string;
	readonly name: string;
	readonly state: string;
	readonly protection: string;
	readonly leadName: string;
	readonly organisation: string;
	readonly whose: Whose;
	readonly reviewOn: string | null;
	readonly stepWords: string | null;
	readonly stepState: string | null;
	readonly stepDueOn: string | null;
	readonly stepOwner: string | null;
	/** How many there are in all, whatever the page. */
	readonly total: number;
}

export const peoplePerPage = 50;

/**
 * The people whom the actor may read: those still followed first; among them hers, her organisation's, those who share
 * with it; among these the nearest date. One query; row security chooses whom, a name searches nobody else.
 */
export async function listPeople({ tx, actor }: Act, asked: AskedPeople): Promise<readonly ListedPerson[]> {
	const mine = sql`case when w.lead_hat_id = ${actor.hat?.id ?? null} then 'mine'
		when w.lead_organisation_id = ${actor.hat?.organisationId ?? null} then 'organisation' else 'shared' end`;
	const { rows } = await sql<ListedPerson>`
		select w.id, p.name, w.state, p.protection, w.lead_name, o.name as organisation, ${mine} as whose,
			w.review_on, s.words as step_words, s.state as step_state, s.due_on as step_due_on,
			s.owner_name as step_owner, (count(*) over ())::integer as total
		from pathway w join person p on p.id = w.person_id join organisation o on o.id = w.lead_organisation_id
			left join lateral (
				select words, state, due_on, owner_name from step
				where pathway_id = w.id and w.state <> 'closed' and state = any(${openStepStates}::text[])
				order by state = 'suspended', due_on, made_at limit 1) s on true
		where ${asked.whose ? sql`${mine} = ${asked.whose}` : sql`true`} and ${isNamed(asked.name)}
		order by w.state = 'closed', array_position(array['mine', 'organisation', 'shared'], ${mine}),
			s.due_on nulls first, p.name, w.id
		limit ${peoplePerPage} offset ${(asked.page - 1) * peoplePerPage}`.execute(tx);
	return rows;
}

/** A word of her name begins so, accents and capitals apart. */
const isNamed = (name: string): RawBuilder<boolean> => {
	const folded = (text: RawBuilder<unknown>) =>
		sql`' ' || regexp_replace(lower(unaccent(${text})), '[^[:alnum:]]+', ' ', 'g')`;
	return name === ''
		? sql`true`
		: sql`position(rtrim(${folded(sql`${name}::text`)}) in ${folded(sql`p.name`)}) > 0`;
};
