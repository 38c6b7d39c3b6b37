import { type RawBuilder, sql } from 'kysely';

// `qualityOf` in SQL: the same criteria, null where one does not apply. Tests hold the two together.

const isTold = (value: RawBuilder<unknown>) => sql`(coalesce(${value}, '') <> '')::int::float8`;
const hasAny = (list: RawBuilder<unknown>) => sql`(cardinality(${list}) > 0)::int::float8`;

const hidden = sql`(s.confidential or own.confidential or o.confidential)`;
const phone = sql`coalesce(s.phone, case when not o.contact_private then o.phone end)`;
const email = sql`coalesce(s.email, case when not o.contact_private then o.email end)`;
/** In UTF-16 units. */
const length = sql`(length(s.description) + length(regexp_replace(s.description, '[^\\U00010000-\\U0010FFFF]', '', 'g')))`;
const age = (today: string) => sql`(${today}::date - greatest(s.updated_on, s.verified_on))`;

const criteria = (today: string) => [
	sql`case when not ${hidden} and (s.welcome_modes @> '{on-site}' or s.mobilisation_modes @> '{visit}') then ${isTold(sql`p.address`)} end`,
	sql`(${hasAny(sql`s.mobilisation_modes`)} + ${hasAny(sql`s.mobilisable_by`)}) / 2`,
	hasAny(sql`s.audiences`),
	hasAny(sql`s.topics`),
	sql`case when not s.contact_private then ${isTold(sql`coalesce(${phone}, ${email}, s.mobilisation_link)`)} end`,
	sql`case when not s.contact_private and s.mobilisation_modes @> '{email}' then ${isTold(email)} end`,
	sql`case when not s.contact_private and s.mobilisation_modes @> '{phone}' then ${isTold(phone)} end`,
	sql`case when s.fee = 'paid' and coalesce(s.fee_details, '') = '' then 0.5 else ${isTold(sql`s.fee`)} end`,
	sql`case when ${length} < 50 then 0 when ${length} < 200 or ${length} >= 2000 then 0.5 else 1 end`,
	sql`least(1, greatest(0, (730 - ${age(today)}) / (730 - 182.5)))`,
];

/** Services described at least so well, from 0 to 1, on a day (YYYY-MM-DD). */
export const isWorth = (least: number, today: string): RawBuilder<boolean> =>
	sql<boolean>`(select round(avg(worth)::numeric, 4) from (values ${sql.join(
		criteria(today).map((one) => sql`((${one})::float8)`),
	)}) as criterion(worth)) >= ${least}::numeric`;
