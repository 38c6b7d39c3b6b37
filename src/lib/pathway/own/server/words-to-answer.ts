import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { WordKind } from '../own-word.ts';

/** What a person said from her space, and who is to answer it by which day. */
export interface WordToAnswer {
	readonly id: string;
	readonly pathwayId: string;
	readonly name: string;
	readonly kind: WordKind;
	readonly words: string | null;
	/** The step, the appointment or the request it is about. */
	readonly about: string | null;
	readonly saidAt: Date;
	readonly answerBy: string;
}

/** Words not answered yet that the actor reads: of one pathway, or told to some hats; the soonest promised first. */
export async function listWordsToAnswer(
	{ tx }: Act,
	of: { readonly pathwayId: string } | { readonly hatIds: readonly string[] },
): Promise<readonly WordToAnswer[]> {
	const which =
		'pathwayId' in of
			? sql`w.pathway_id = ${of.pathwayId}`
			: sql`w.to_hat_id = any(${[...of.hatIds]}::uuid[])`;
	const { rows } = await sql<WordToAnswer>`
		select w.id, w.pathway_id, p.name, w.kind, w.words, coalesce(s.words, a.subject_line, o.name) as about, w.said_at, w.answer_by
		from own_word w join pathway y on y.id = w.pathway_id join person p on p.id = y.person_id
			left join step s on s.id = w.step_id left join appointment a on a.id = w.appointment_id
			left join referral r on r.id = w.referral_id left join organisation o on o.id = r.to_organisation_id
		where w.answered_at is null and ${which}
		order by w.answer_by, w.said_at limit 50`.execute(tx);
	return rows;
}
