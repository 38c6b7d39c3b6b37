/** Where everything stands at $1, from the log alone: window queries, kept for the rules that follow. */
export const twinStates: readonly string[] = [
	`create temp table person_now as
		with kept as (
			select p.pathway, (a.moment at time zone z.name)::date as day, o.person
			from twin.fact e join twin.fact p on p.kind = 'appointment-planned' and p.subject = e.subject
				join twin.fact o on o.kind = 'pathway-opened' and o.subject = p.pathway
				join twin.fact k on k.kind = 'person-known' and k.person = o.person
				join twin.zone z on z.dept = k.dept
				cross join lateral (select p.moment) a
			where e.kind = 'appointment-ended' and e.state = 'kept'),
		met as (
			select person, max(day) as day from (
				select person, day from twin.fact where kind = 'contact' union all select person, day from kept) every group by person)
		select k.person, k.dept, k.birth, z.name as zone, m.day as met
		from twin.fact k join twin.zone z on z.dept = k.dept left join met m using (person) where k.kind = 'person-known'`,
	'analyze person_now',
	'create unique index on person_now (person)',
	`create temp table pathway_now as
		with moves as (
			select distinct on (subject) subject, state, until from twin.fact where kind = 'pathway-moved' order by subject, seq desc),
		back as (select subject, max(at) as at from twin.fact where kind = 'pathway-moved' and state = 'active' group by 1),
		led as (select distinct on (subject) subject, hat, org from twin.fact where kind = 'pathway-led' order by subject, seq desc),
		rhythm as (select distinct on (subject) subject, flag from twin.fact where kind = 'rhythm-set' order by subject, seq desc),
		marks as (select subject, max(at) filter (where kind = 'assessed') as assessed, max(at) filter (where kind = 'committed') as committed
			from twin.fact where kind in ('assessed', 'committed') group by 1)
		select o.subject as pathway, o.person, p.dept, p.zone, p.birth, p.met, o.at as opened, coalesce(m.state, 'to-open') as state,
			case when m.state = 'paused' then m.until end as until, coalesce(l.hat, o.hat) as hat, coalesce(l.org, o.org) as org,
			coalesce(r.flag, false) as close, k.assessed, k.committed,
			case when m.state = 'closed' then 'infinity'
				when m.state = 'paused' then case when $1::timestamptz < twin.opens(p.zone, m.until) then 'infinity' else twin.opens(p.zone, m.until) end
				else coalesce(b.at, to_timestamp(0)) end as runs
		from twin.fact o join person_now p using (person) left join moves m on m.subject = o.subject left join back b on b.subject = o.subject
			left join led l on l.subject = o.subject left join rhythm r on r.subject = o.subject left join marks k on k.subject = o.subject
		where o.kind = 'pathway-opened'`,
	'analyze pathway_now',
	'create unique index on pathway_now (pathway)',
	`create temp table goal_now as
		select g.subject as goal, g.pathway, w.person, g.need, g.at as set_at, e.at as ended
		from twin.fact g join pathway_now w on w.pathway = g.pathway
			left join twin.fact e on e.kind = 'goal-ended' and e.subject = g.subject
		where g.kind = 'goal-set'`,
	'analyze goal_now',
	'create unique index on goal_now (goal)',
	`create temp table step_now as
		with moves as (select distinct on (subject) subject, state, until from twin.fact where kind = 'step-moved' order by subject, seq desc),
		due as (select distinct on (subject) subject, day from twin.fact where kind in ('step-proposed', 'step-due') order by subject, seq desc)
		select s.subject as step, s.pathway, w.person, s.goal, s.org, s.at as made, d.day as due, coalesce(m.state, 'proposed') as state, m.until
		from twin.fact s join pathway_now w on w.pathway = s.pathway left join moves m on m.subject = s.subject
			left join due d on d.subject = s.subject
		where s.kind = 'step-proposed'`,
	'analyze step_now',
	'create index on step_now (pathway)',
	'create index on step_now (goal)',
	'create index on step_now (person)',
	`create temp table step_ended as
		with walks as (
			select subject, at, state, lag(state, 1, 'proposed') over (partition by subject order by seq) as was
			from twin.fact where kind = 'step-moved')
		select s.pathway, max(w.at) as at from walks w join step_now s on s.step = w.subject
		where w.was in ('proposed', 'accepted', 'planned', 'in-progress', 'suspended')
			and w.state not in ('proposed', 'accepted', 'planned', 'in-progress', 'suspended') group by 1`,
	'analyze step_ended',
	`create temp table referral_now as
		with moves as (
			select f.*, lag(f.state) over told as was from twin.fact f where f.kind = 'referral-moved' window told as (partition by f.subject order by f.seq)),
		spans as (
			select m.*, max(m.at) filter (where m.state = 'sent' or (m.was = 'info-needed' and m.state <> 'info-needed'))
				over (partition by m.subject order by m.seq) as waits from moves m),
		last as (
			select distinct on (s.subject) s.subject, s.state, s.at, s.until, s.waits from spans s order by s.subject, s.seq desc),
		sums as (
			select s.subject, max(s.at) filter (where s.state = 'sent') as sent, max(s.at) filter (where s.state = 'accepted') as accepted,
				max(s.at) filter (where s.state in ('refused', 'redirected', 'withdrawn', 'declined-by-person', 'unanswered', 'completed', 'failed')) as ended,
				(array_agg(s.reason order by s.seq desc) filter (where s.reason is not null))[1] as reason,
				(array_agg(s.target order by s.seq desc) filter (where s.target is not null))[1] as target,
				(array_agg(s.agreement order by s.seq desc) filter (where s.agreement is not null))[1] as agreement
			from spans s group by 1),
		waited as (
			select s.subject, sum(twin.between(d.dept, z.name, s.waits, s.at)) as days
			from spans s join twin.fact d on d.kind = 'referral-drafted' and d.subject = s.subject join twin.zone z on z.dept = d.dept
			where s.state = 'info-needed' group by 1),
		news as (select subject, max(at) as at from twin.fact where kind = 'referral-news' group by 1),
		said as (select distinct on (subject) subject, state, at from twin.fact where kind = 'feedback-given' order by subject, seq desc)
		select d.subject as referral, d.seq, d.pathway, w.person, d.need, d.goal, d.flag as urgent, d.dept, z.name as zone, w.runs,
			coalesce(l.state, 'draft') as state, coalesce(l.at, d.at) as since, l.until, l.waits, s.sent, s.accepted, s.ended, s.reason,
			coalesce(s.target, d.target) as target, s.agreement, coalesce(a.days, 0)::int as waited, n.at as news, f.state as helped, f.at as helped_at,
			g.ended as goal_ended
		from twin.fact d join pathway_now w on w.pathway = d.pathway join twin.zone z on z.dept = d.dept
			left join last l on l.subject = d.subject left join sums s on s.subject = d.subject left join waited a on a.subject = d.subject
			left join news n on n.subject = d.subject left join said f on f.subject = d.subject left join goal_now g on g.goal = d.goal
		where d.kind = 'referral-drafted'`,
	'analyze referral_now',
	'create index on referral_now (person, need)',
	'create index on referral_now (agreement)',
	`create temp table appointment_now as
		select p.subject as appointment, p.pathway, w.person, w.zone, w.met, p.moment as starts, coalesce(e.state, 'planned') as state, e.at as ended, e.seq
		from twin.fact p join pathway_now w on w.pathway = p.pathway
			left join twin.fact e on e.kind = 'appointment-ended' and e.subject = p.subject
		where p.kind = 'appointment-planned'`,
	'analyze appointment_now',
	'create index on appointment_now (person)',
	`create temp table relay_now as
		select r.subject as relay, r.pathway, r.at as proposed, coalesce(m.state, 'proposed') as state
		from twin.fact r left join (select distinct on (subject) subject, state from twin.fact where kind = 'relay-moved' order by subject, seq desc) m
			on m.subject = r.subject
		where r.kind = 'relay-proposed'`,
	'analyze relay_now',
	'create index on relay_now (pathway)',
	`create temp table agreement_now as
		select a.subject as agreement, a.person, a.org, a.at as given, a.moment as ends, a.flag as for_request, r.at as revoked
		from twin.fact a left join twin.fact r on r.kind = 'agreement-revoked' and r.subject = a.subject
		where a.kind = 'agreement-given'`,
	'analyze agreement_now',
	'create index on agreement_now (person)',
];
export const twinTables = [
	'person_now',
	'pathway_now',
	'goal_now',
	'step_now',
	'step_ended',
	'referral_now',
	'appointment_now',
	'relay_now',
	'agreement_now',
] as const;
