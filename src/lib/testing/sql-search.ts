import type pg from 'pg';
import { isRemoteOnly, type SearchEntry } from '../directory/search/entry.ts';
import type { Query } from '../directory/search/query.ts';
import { topicWords } from '../directory/search/topic-words.ts';
import { foldWord, isStopWord, splitWords } from '../directory/search/words.ts';
import { audiences } from '../directory/service.ts';
import { categories } from '../directory/topic.ts';

/** What PostgreSQL answers to a search: the same totals and counts as the index, in its own order. */
export interface SqlFound {
	readonly total: number;
	readonly remoteTotal: number;
	/** The best first, by its own rank. */
	readonly ids: readonly string[];
	readonly categories: Readonly<Record<string, number>>;
	readonly audiences: Readonly<Record<string, number>>;
	readonly fees: Readonly<Record<string, number>>;
	readonly modes: Readonly<Record<string, number>>;
}

/**
 * The search twin in SQL, as well tuned as we can: a generated French text vector without accents under a GIN index, a
 * lexicon corrected by trigrams, a bounding box before the haversine. Needs a migrated database; makes its own schema.
 */
export async function fillTwin(client: pg.ClientBase, entries: readonly SearchEntry[]): Promise<void> {
	await client.query(`
		create extension if not exists pg_trgm;
		drop schema if exists twin cascade;
		create schema twin;
		create table twin.doc (
			id text primary key, name text, organisation text, topics_said text, rest text,
			categories text[], audiences text[], fee text, modes text[], remote boolean,
			lat float8, lon float8, updated_on date,
			said tsvector generated always as (
				setweight(to_tsvector('french_plain', name), 'A') || setweight(to_tsvector('french_plain', organisation), 'B')
				|| setweight(to_tsvector('french_plain', topics_said), 'C') || setweight(to_tsvector('french_plain', rest), 'D')) stored);
		create table twin.lexicon (word text primary key, times bigint)`);
	for (let from = 0; from < entries.length; from += 5000) {
		const rows = entries.slice(from, from + 5000).map(rowOf);
		await client.query(
			`insert into twin.doc (${columns}) select ${columns} from json_populate_recordset(null::twin.doc, $1)`,
			[JSON.stringify(rows)],
		);
	}
	await client.query(`
		insert into twin.lexicon select word, nentry from ts_stat('select to_tsvector(''simple'', unaccent(lower(
			concat_ws('' '', name, organisation, topics_said, rest)))) from twin.doc') where length(word) > 3;
		create index on twin.lexicon using gin (word gin_trgm_ops);
		create index on twin.doc using gin (said);
		create index on twin.doc (lat, lon) where not remote;
		create index on twin.doc (remote) where remote;
		analyze twin.doc; analyze twin.lexicon`);
}

const columns =
	'id, name, organisation, topics_said, rest, categories, audiences, fee, modes, remote, lat, lon, updated_on';
const rowOf = (entry: SearchEntry) => ({
	id: entry.id,
	name: entry.name,
	organisation: entry.organisation,
	topics_said: entry.topics.map(topicWords).join(' '),
	rest: `${entry.summary} ${entry.description} ${entry.communeName ?? ''} ${entry.postcode ?? ''}`,
	categories: [...new Set(entry.topics.map((topic) => topic.split('--')[0]))],
	audiences:
		entry.audiences.length === 0 || entry.audiences.includes('everyone') ? audiences : entry.audiences,
	fee: entry.fee,
	modes: entry.welcomeModes,
	remote: isRemoteOnly(entry),
	lat: entry.latitude,
	lon: entry.longitude,
	updated_on: entry.updatedOn,
});

const radians = 'pi() / 180';
const statement = `
	with word as (
		select coalesce(
			(select word from twin.lexicon where word = typed),
			(select word from twin.lexicon where word % typed and length(typed) > 3
				order by similarity(word, typed) desc, times desc, word limit 1),
			typed) as word
		from unnest($1::text[]) typed
	), asked as materialized (
		select to_tsquery('french_plain', string_agg(quote_literal(word), ' & ')) as said from word
	), hit as materialized (
		select id, categories, audiences, fee, modes, remote,
			$5::text[] = '{}' or categories && $5 as in_topics,
			$6::text[] = '{}' or audiences && $6 as in_audiences,
			$7::text is null or fee = $7 as in_fee,
			$8::text is null or modes @> array[$8] as in_mode,
			ts_rank(doc.said, asked.said) * 10 / (10 + case when remote or $2::float8 is null then 0 else km end) as score
		from asked, twin.doc
		cross join lateral (select 2 * 6371.0088 * asin(least(1, sqrt(
			sin((lat - $2) * ${radians} / 2) ^ 2
			+ cos($2 * ${radians}) * cos(lat * ${radians}) * sin((lon - $3) * ${radians} / 2) ^ 2))) as km) d
		where ($1::text[] = '{}' or doc.said @@ asked.said)
			and ($2::float8 is null or remote or (
				lat between $2 - $4 / 111.19 and $2 + $4 / 111.19
				and lon between $3 - $4 / (111.19 * cos($2 * ${radians})) - 0.001 and $3 + $4 / (111.19 * cos($2 * ${radians})) + 0.001
				and km <= $4))
	), kept as (select * from hit where in_topics and in_audiences and in_fee and in_mode)
	select
		(select count(*)::int from kept where $2 is null or not remote) as total,
		(select count(*)::int from kept where $2 is not null and remote) as "remoteTotal",
		(select coalesce(json_agg(id), '[]') from (
			select id from kept where $2 is null or not remote order by score desc, id limit 20) best) as ids,
		(select coalesce(json_object_agg(value, n), '{}') from (
			select value, count(*) n from hit, unnest(categories) value where in_audiences and in_fee and in_mode group by 1) c) as categories,
		(select coalesce(json_object_agg(value, n), '{}') from (
			select value, count(*) n from hit, unnest(audiences) value where in_topics and in_fee and in_mode group by 1) c) as audiences,
		(select coalesce(json_object_agg(fee, n), '{}') from (
			select fee, count(*) n from hit where fee is not null and in_topics and in_audiences and in_mode group by 1) c) as fees,
		(select coalesce(json_object_agg(value, n), '{}') from (
			select value, count(*) n from hit, unnest(modes) value where in_topics and in_audiences and in_fee group by 1) c) as modes`;

/** Asks the twin; topics are categories only. */
export async function askTwin(client: pg.ClientBase, query: Query): Promise<SqlFound> {
	const { near, radiusKm, topics, fee, mode } = query;
	const words = [...new Set(splitWords(query.words).map(foldWord))].filter((word) => !isStopWord(word));
	const { rows } = await client.query<SqlFound>({
		name: 'twin',
		text: statement,
		values: [
			words,
			near?.latitude ?? null,
			near?.longitude ?? null,
			radiusKm,
			topics.filter((topic) => (categories as readonly string[]).includes(topic)),
			query.audiences,
			fee ?? null,
			mode ?? null,
		],
	});
	return rows[0]!;
}
