import { sql } from 'kysely';
import { type AttemptChannel, attemptChannels } from '#lib/pathway/landmarks/landmark.ts';
import { type ReasonCode, type ReferralState, reasonCodes } from '#lib/pathway/referrals/referral.ts';
import type { Domain } from '#lib/person/domain.ts';
import type { Act } from '#lib/server/act.ts';
import type { Fact } from '../facts.ts';
import { type AskedPeople, isAsked, ms } from './asked-people.ts';

interface ReferralRow {
	referral: string;
	pathway: string;
	person: string;
	goal: string | null;
	need: Domain;
	urgent: boolean;
	department: string;
	organisation: string;
	hat: string;
	to: string | null;
	agreement: string | null;
	state: ReferralState;
	at: number;
	waitingUntil: string | null;
	reviewOn: string | null;
	metOn: string | null;
	moves: { to: ReferralState; at: number; reason: string | null }[] | null;
	news: { id: string; kind: string; at: number; day: string | null; channel: string | null }[] | null;
	helped: 'yes' | 'partly' | 'no' | 'no-contact' | null;
	helpedAt: number | null;
}

/** Requests with their moves, what both sides said of them, and what she said. */
export async function loadReferrals({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<ReferralRow>`
		with moves as (
			select m.referral_id, json_agg(json_build_object('to', m.to_state, 'reason', m.reason_code,
				'at', (extract(epoch from m.at) * 1000)::float8) order by m.id) moves
			from referral_move m join referral r on r.id = m.referral_id join pathway w on w.id = r.pathway_id
			where ${isAsked(people)} group by 1),
		news as (
			select m.referral_id, json_agg(json_build_object('id', m.id, 'kind', m.kind, 'day', m.on_day, 'channel', m.channel,
				'at', (extract(epoch from m.at) * 1000)::float8) order by m.at, m.id) news
			from referral_message m join referral r on r.id = m.referral_id join pathway w on w.id = r.pathway_id
			where m.side <> 'system' and ${isAsked(people)} group by 1)
		select r.id referral, r.pathway_id pathway, w.person_id person, r.goal_id goal, r.domain need, r.urgent, r.department,
			r.from_organisation_id organisation, r.from_hat_id hat, r.to_organisation_id "to", r.agreement_id agreement, r.state,
			${ms('r.made_at')} at, r.waiting_until::text waiting_until, r.review_on::text review_on,
			r.first_contact_confirmed_on::text met_on, m.moves, n.news, f.helped, ${ms('f.said_at')} helped_at
		from referral r join pathway w on w.id = r.pathway_id left join moves m on m.referral_id = r.id
			left join news n on n.referral_id = r.id left join referral_feedback f on f.referral_id = r.id
		where ${isAsked(people)} order by r.made_at, r.id`.execute(tx);
	return rows.flatMap((row) => [drafted(row), ...movesOf(row), ...newsOf(row), ...feedbackOf(row)]);
}

const drafted = ({
	referral,
	pathway,
	goal,
	need,
	urgent,
	department,
	organisation,
	hat,
	to,
	at,
}: ReferralRow): Fact => ({
	...{
		kind: 'referral-drafted',
		at,
		referral,
		pathway,
		goal,
		need,
		urgent,
		department,
		organisation,
		hat,
		to,
	},
});

const isReason = (told: string | null): told is ReasonCode => reasonCodes.some((code) => code === told);

function movesOf({ referral, person, agreement, waitingUntil, reviewOn, metOn, moves }: ReferralRow): Fact[] {
	return (moves ?? []).flatMap(({ to: state, at, reason }): Fact[] => {
		const until = state === 'waiting-list' ? waitingUntil : state === 'suspended' ? reviewOn : null;
		const move: Fact = {
			...{ kind: 'referral-moved', at, referral, state },
			...(until ? { until } : {}),
			...(agreement && state === 'sent' ? { agreement } : {}),
			...(isReason(reason) ? { reason } : {}),
		};
		const met: Fact[] =
			metOn && state === 'in-progress'
				? [{ kind: 'contact', at, person, day: metOn, way: 'first-contact' }]
				: [];
		return [move, ...met];
	});
}

const isChannel = (told: string | null): told is AttemptChannel =>
	attemptChannels.some((channel) => channel === told);

const newsOf = ({ referral, person, news }: ReferralRow): Fact[] =>
	(news ?? []).flatMap(({ id, at, kind, day, channel }): Fact[] => [
		{ kind: 'referral-news', at, referral },
		...(kind === 'attempt' && day && isChannel(channel)
			? [{ kind: 'attempt', at, person, attempt: id, day, channel } as const]
			: []),
	]);

const feedbackOf = ({ referral, helped, helpedAt }: ReferralRow): Fact[] =>
	helped && helpedAt !== null ? [{ kind: 'feedback-given', at: helpedAt, referral, helped }] : [];
