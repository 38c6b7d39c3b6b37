const carried = `('awaiting-person', 'sent', 'under-review', 'info-needed', 'accepted', 'waiting-list', 'in-progress', 'suspended')`;
const openStep = `('proposed', 'accepted', 'planned', 'in-progress', 'missed', 'suspended')`;
const never = `'infinity'::timestamptz`;
const nothing = 'null::timestamptz';

/**
 * The rules again, written in SQL from their specification: what is due when (`attention`, `rupture`, `last`), of which
 * fact (`occurred`), noted when. $1 is the instant of looking.
 */
export const twinRules: readonly (readonly [rule: string, query: string])[] = [
	[
		'R1',
		`
		select referral as identity, sent as occurred, twin.after(dept, zone, since, greatest(1, 2 - waited)) as attention,
			twin.after(dept, zone, since, greatest(1, 4 - waited)) as rupture, twin.after(dept, zone, since, greatest(1, 10 - waited)) as last, ${nothing} as noted
		from (select referral, sent, dept, zone, waited, greatest(waits, runs) as since from referral_now where state in ('sent', 'under-review')) r
		where since <= $1::timestamptz`,
	],
	[
		'R2',
		`
		select referral as identity, ended as occurred, greatest(ended, runs) as attention,
			twin.after(dept, zone, greatest(ended, runs), 2) as rupture, ${never} as last, ${nothing} as noted
		from referral_now r
		where state in ('refused', 'failed', 'unanswered') and runs <= $1::timestamptz and goal_ended is null
			and coalesce(reason, '') not in ('already-followed', 'does-not-wish', 'other-solution', 'situation-changed')
			and not exists (select from referral_now o where o.person = r.person and o.need = r.need and o.referral <> r.referral
				and (o.state in ${carried} or (o.state in ('completed', 'refused', 'failed', 'unanswered') and (o.ended, o.seq) > (r.ended, r.seq))))
			and not exists (select from step_now s where s.goal = r.goal and s.state in ${openStep})`,
	],
	[
		'R3',
		`
		with yes as (select person, need, coalesce(max(accepted), to_timestamp(0)) as at from referral_now group by 1, 2),
		broken as (
			select r.*, r.ended - lag(r.ended) over told > interval '90 days' as apart, row_number() over (partition by r.person, r.need order by r.ended desc, r.seq desc) as back
			from referral_now r join yes y using (person, need) where r.state in ('refused', 'redirected', 'unanswered') and r.ended > y.at
			window told as (partition by r.person, r.need order by r.ended, r.seq)),
		series as (select b.*, count(*) filter (where b.apart) over (partition by person, need order by ended desc, seq desc
			rows between unbounded preceding and 1 preceding) as breaks from broken b),
		one as (select s.*, lag(ended) over told as before, lag(ended, 2) over told as before2 from series s where breaks = 0
			window told as (partition by person, need order by ended, seq))
		select max(pathway) filter (where back = 1) || '/' || need as identity, min(ended) as occurred,
			coalesce(min(ended) filter (where ended - before < interval '90 days'), ${never}) as attention,
			coalesce(min(ended) filter (where ended - before2 < interval '90 days'), ${never}) as rupture, ${never} as last, ${nothing} as noted
		from one group by person, need
		having max(runs) filter (where back = 1) <= $1::timestamptz and max(goal_ended) filter (where back = 1) is null
			and $1::timestamptz - max(ended) < interval '90 days'`,
	],
	[
		'R4',
		`
		select referral as identity, since as occurred, twin.after(dept, zone, greatest(since, runs), case when urgent then 1 else 5 end) as attention,
			twin.after(dept, zone, greatest(since, runs), case when urgent then 2 else 7 end) as rupture, ${never} as last, ${nothing} as noted
		from referral_now where state = 'accepted' and runs <= $1::timestamptz`,
	],
	[
		'R5',
		`
		select referral as identity, greatest(news, since) as occurred, twin.opens(zone, twin.on_day(zone, greatest(news, since, runs)) + 30) as attention,
			twin.opens(zone, twin.on_day(zone, greatest(news, since, runs)) + 60) as rupture, ${never} as last, ${nothing} as noted
		from referral_now where state = 'in-progress' and runs <= $1::timestamptz`,
	],
	[
		'R6',
		`
		select referral as identity, greatest(news, since) as occurred, twin.opens(zone, twin.on_day(zone, greatest(news, since, runs)) + 30) as attention,
			coalesce(twin.opens(zone, case when until is not null then greatest(until, twin.on_day(zone, runs)) end + 14), ${never}) as rupture,
			${never} as last, ${nothing} as noted
		from referral_now where state = 'waiting-list' and runs <= $1::timestamptz`,
	],
	[
		'R7',
		`
		with open as (select pathway from step_now where state in ('proposed', 'accepted', 'planned', 'in-progress', 'suspended') group by 1),
		coming as (select pathway, max(starts) as at from appointment_now where state = 'planned' group by 1),
		empty as (
			select w.*, greatest(w.runs, c.at, coalesce(e.at, w.opened)) as since from pathway_now w left join step_ended e using (pathway)
				left join coming c using (pathway)
			where w.state in ('active', 'paused') and w.runs <= $1::timestamptz and not exists (select from open o where o.pathway = w.pathway)
				and (c.at is null or c.at <= $1::timestamptz))
		select pathway as identity, since as occurred, twin.after(dept, zone, since, 3) as attention,
			greatest(twin.after(dept, zone, since, 3), twin.opens(zone, twin.on_day(zone, since) + 7)) as rupture, ${never} as last, ${nothing} as noted
		from empty`,
	],
	[
		'R8',
		`
		with seen as (
			select w.*, greatest(w.met, twin.on_day(w.zone, w.opened)) as day from pathway_now w
			where w.state in ('active', 'paused') and w.runs <= $1::timestamptz),
		paced as (select s.*, (s.close or extract(year from s.day) - s.birth < 26) is true as early, greatest(s.day, twin.on_day(s.zone, s.runs)) as since from seen s)
		select pathway as identity, twin.opens(zone, day) as occurred, twin.opens(zone, since + case when early then 15 else 30 end) as attention,
			twin.opens(zone, since + case when early then 30 else 60 end) as rupture, twin.opens(zone, since + 90) as last, ${nothing} as noted
		from paced`,
	],
	[
		'R9',
		`
		with tries as (
			select w.pathway, f.at, f.day, row_number() over told as nth, first_value(f.at) over told as first_at,
				min(f.day) over told as first_day, max(f.day) over told as last_day, min(f.state) over told as one_way, max(f.state) over told as other_way
			from pathway_now w join twin.fact f on f.kind = 'attempt' and f.person = w.person
			where w.state <> 'closed' and w.runs <= $1::timestamptz and (w.met is null or f.day > w.met)
			window told as (partition by w.pathway order by f.at, f.seq))
		select pathway as identity, min(first_at) as occurred, coalesce(min(at) filter (where nth = 2), ${never}) as attention,
			coalesce(min(at) filter (where nth >= 3 and one_way <> other_way and last_day - first_day >= 10), ${never}) as rupture, ${never} as last, ${nothing} as noted
		from tries group by pathway`,
	],
	[
		'R10',
		`
		with misses as (
			select a.*, count(*) over (partition by person order by ended range between interval '365 days' preceding and current row) as year
			from appointment_now a where state = 'missed'),
		lately as (
			select m.*, row_number() over (partition by person order by ended, seq) as nth from misses m
			where m.met is null or twin.on_day(m.zone, m.starts) > m.met),
		summed as (
			select person, min(ended) as occurred, min(ended) filter (where nth = 1) as attention, min(ended) filter (where nth = 2) as second,
				min(ended) filter (where year >= 3) as third from lately group by person)
		select w.pathway as identity, s.occurred, s.attention, coalesce(least(s.second, s.third), ${never}) as rupture, coalesce(s.third, ${never}) as last, ${nothing} as noted
		from summed s join pathway_now w using (person) where w.state <> 'closed' and w.runs <= $1::timestamptz`,
	],
	[
		'R11',
		`
		select e.subject as identity, twin.opens(w.zone, e.day) as occurred,
			case when exists (select from twin.fact r where r.kind = 'exit-relayed' and r.subject = e.subject) then ${never}
				else twin.opens(w.zone, e.day - 14) end as attention,
			twin.opens(w.zone, e.day + 7) as rupture, twin.opens(w.zone, e.day + 30) as last, e.at as noted
		from twin.fact e join pathway_now w on w.pathway = e.pathway
		where e.kind = 'exit-noted' and w.state <> 'closed' and (w.met is null or w.met < e.day)`,
	],
	[
		'R12',
		`
		select r.relay as identity, r.proposed as occurred, twin.opens(w.zone, twin.on_day(w.zone, greatest(r.proposed, w.runs)) + 7) as attention,
			twin.opens(w.zone, twin.on_day(w.zone, greatest(r.proposed, w.runs)) + 14) as rupture, ${never} as last, ${nothing} as noted
		from relay_now r join pathway_now w using (pathway) where r.state = 'proposed' and w.runs <= $1::timestamptz
		union all
		select w.pathway, twin.opens(w.zone, d.day), twin.opens(w.zone, d.day - 14), twin.opens(w.zone, d.day - 1), ${never}, d.at
		from pathway_now w join (select distinct on (hat) hat, day, at from twin.fact where kind = 'departure-told' order by hat, seq desc) d using (hat)
		where w.state <> 'closed' and w.runs <= $1::timestamptz
			and not exists (select from relay_now r where r.pathway = w.pathway and r.state = 'accepted')`,
	],
	[
		'R13',
		`
		select e.subject as identity, twin.opens(w.zone, e.day) as occurred, twin.opens(w.zone, e.day - 60) as attention,
			twin.opens(w.zone, e.day - 30) as rupture, ${never} as last, e.at as noted
		from twin.fact e join pathway_now w on w.pathway = e.pathway
		where e.kind = 'ending-noted' and w.state <> 'closed'
			and not exists (select from twin.fact d where d.kind in ('ending-tied', 'ending-settled') and d.subject = e.subject)`,
	],
	[
		'R14',
		`
		select a.agreement as identity, coalesce(a.revoked, a.ends) as occurred,
			coalesce(a.revoked, twin.opens(p.zone, twin.on_day(p.zone, a.ends) - 30)) as attention,
			coalesce(a.revoked, twin.opens(p.zone, twin.on_day(p.zone, a.ends) - 14)) as rupture,
			case when a.revoked is null then twin.opens(p.zone, twin.on_day(p.zone, a.ends) - 7) else ${never} end as last, a.given as noted
		from agreement_now a join person_now p using (person) join pathway_now w using (person)
		where w.runs <= $1::timestamptz and coalesce(a.revoked, a.ends - interval '32 days') <= $1::timestamptz
			and ((not a.for_request and exists (select from step_now s where s.person = a.person and s.org = a.org and w.org <> a.org and s.state in ${openStep}))
				or exists (select from referral_now r where r.agreement = a.agreement and r.state in
					('sent', 'under-review', 'info-needed', 'accepted', 'waiting-list', 'in-progress', 'suspended')))
			and not exists (select from agreement_now o where o.person = a.person and o.org = a.org and o.agreement <> a.agreement
				and (a.for_request or not o.for_request)
				and o.revoked is null and o.ends > greatest(coalesce(a.revoked, a.ends), $1::timestamptz))`,
	],
	[
		'R15',
		`
		with sends as (
			select r.*, max(r.accepted) over (partition by r.person, r.need) as yes, first_value(r.pathway) over latest as last_pathway,
				first_value(r.runs) over latest as last_runs, first_value(r.goal_ended) over latest as last_goal_ended
			from referral_now r where r.sent is not null window latest as (partition by r.person, r.need order by r.sent desc, r.seq desc)),
		again as (
			select s.* from sends s join lateral (
				select bool_or(o.referral <> s.referral and o.target = s.target and o.ended <= s.sent
						and o.state in ('refused', 'redirected', 'unanswered', 'failed')) as went_back,
					count(distinct o.target) filter (where o.sent <= s.sent and s.sent - o.sent < interval '90 days') as many
				from referral_now o where o.person = s.person and o.need = s.need) h on h.went_back or h.many >= 3
			where (s.yes is null or s.sent > s.yes) and s.target is not null and s.last_runs <= $1::timestamptz and s.last_goal_ended is null),
		gaps as (select a.*, a.sent - lag(a.sent) over (partition by person, need order by sent, seq) > interval '90 days' as apart from again a),
		series as (select g.*, count(*) filter (where g.apart) over (partition by person, need order by sent desc, seq desc
			rows between unbounded preceding and 1 preceding) as breaks from gaps g),
		one as (select s.*, row_number() over (partition by person, need order by sent, seq) as nth from series s where breaks = 0),
		summed as (
			select last_pathway || '/' || need as identity, min(sent) as occurred, max(sent) as latest, min(sent) filter (where nth = 2) as second
			from one group by last_pathway, person, need)
		select identity, occurred, occurred as attention, coalesce(second, ${never}) as rupture, ${never} as last, ${nothing} as noted
		from summed where $1::timestamptz - latest < interval '90 days'`,
	],
	[
		'R16',
		`
		with dated as (
			select s.step, w.zone, w.runs, case when s.state = 'suspended' then s.until else s.due end as day from step_now s join pathway_now w using (pathway)
			where s.state in ('accepted', 'planned', 'in-progress', 'suspended') and w.runs <= $1::timestamptz)
		select step as identity, twin.opens(zone, day) as occurred, twin.opens(zone, greatest(day, twin.on_day(zone, runs)) + 1) as attention,
			twin.opens(zone, greatest(day, twin.on_day(zone, runs)) + 7) as rupture, ${never} as last, ${nothing} as noted from dated
		union all
		select pathway, twin.opens(zone, until), twin.opens(zone, until + 1), twin.opens(zone, until + 7), ${never}, ${nothing}
		from pathway_now where state = 'paused'`,
	],
	[
		'R17',
		`
		select g.goal as identity, g.set_at as occurred, twin.opens(w.zone, twin.on_day(w.zone, greatest(g.set_at, w.runs)) + 14) as attention,
			twin.opens(w.zone, twin.on_day(w.zone, greatest(g.set_at, w.runs)) + 30) as rupture, ${never} as last, ${nothing} as noted
		from goal_now g join pathway_now w using (pathway)
		where g.ended is null and w.runs <= $1::timestamptz
			and not exists (select from step_now s where s.goal = g.goal and s.state <> 'declined')
			and not exists (select from referral_now r where r.person = g.person and (r.goal = g.goal or r.need = g.need)
				and (r.sent is not null or r.state in ${carried}))`,
	],
	[
		'R18',
		`
		with marks as (
			select o.subject, w.zone, w.met, (o.day + make_interval(months => m))::date as due, (select max(c.day) from twin.fact c
				where c.kind = 'outcome-checked' and c.subject = o.subject) as checked,
				row_number() over (partition by o.subject order by m desc) as back
			from twin.fact o join pathway_now w on w.pathway = o.pathway, unnest(array[1, 3, 6]) m
			where o.kind = 'outcome-noted' and (o.day + make_interval(months => m))::date <= twin.on_day(w.zone, $1::timestamptz))
		select subject as identity, twin.opens(zone, due) as occurred, twin.opens(zone, due + 1) as attention, twin.opens(zone, due + 30) as rupture,
			${never} as last, ${nothing} as noted
		from marks where back = 1 and coalesce(greatest(checked, met) < due - 7, true)`,
	],
	[
		'R19',
		`
		select referral as identity, greatest(helped_at, ended) as occurred, ${never} as attention, greatest(helped_at, ended) as rupture,
			${never} as last, ${nothing} as noted
		from referral_now r where state = 'completed' and helped in ('no', 'no-contact') and runs <= $1::timestamptz and goal_ended is null
			and not exists (select from referral_now o where o.person = r.person and o.need = r.need and o.referral <> r.referral
				and (o.state in ${carried} or o.sent > greatest(r.helped_at, r.ended)))
			and not exists (select from step_now s where s.goal = r.goal and s.made > greatest(r.helped_at, r.ended))`,
	],
	[
		'R20',
		`
		select g.subject as identity, twin.opens(w.zone, g.day) as occurred,
			twin.opens(w.zone, (g.day + make_interval(months => case g.state when 'young' then 3 else 15 end))::date) as attention,
			twin.opens(w.zone, (g.day + make_interval(months => case g.state when 'young' then 4 else 18 end))::date) as rupture, ${never} as last, g.at as noted
		from twin.fact g join pathway_now w on w.pathway = g.pathway
		where g.kind = 'registered' and w.state <> 'closed' and case g.state
			when 'young' then not exists (select from twin.fact o where o.kind = 'outcome-noted' and o.pathway = g.pathway
					and o.state in ('job', 'training') and o.day >= g.day)
				and not exists (select from referral_now r where r.person = w.person and r.need in ('work', 'training')
					and r.state in ('accepted', 'in-progress', 'completed') and r.accepted >= twin.opens(w.zone, g.day))
			else coalesce(least(w.assessed, w.committed) < twin.opens(w.zone, g.day) or w.assessed is null or w.committed is null, true) end`,
	],
];
