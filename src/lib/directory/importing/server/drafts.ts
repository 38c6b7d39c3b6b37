import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { isId } from '../../server/closed-lists.ts';
import type { Draft } from '../draft.ts';

/**
 * One of the acting account's drafts.
 * @throws Refusal 404 when it is none of hers
 */
export async function findDraft({ tx }: Act, id: string): Promise<Draft> {
	const { rows } = await sql<Draft>`
		select d.id, d.state, d.mapping, d.rows, d.report, d.problem, d.import_run,
			coalesce((select array_agg(distinct f.name) from import_file_part f where f.draft_id = d.id), '{}') as files
		from import_draft d where d.id = ${isId(id) ? id : null}`.execute(tx);
	const [draft] = rows;
	if (!draft) throw new Refusal(404, 'importing.no-draft');
	return draft;
}

const shown = 20;

/** The acting account's drafts that are still open or running, the newest first. */
export const listDrafts = ({ tx }: Act) =>
	tx
		.selectFrom('importDraft')
		.select(['id', 'state', 'createdAt'])
		.select(
			sql<string>`(select string_agg(distinct name, ', ') from import_file_part where draft_id = import_draft.id)`.as(
				'files',
			),
		)
		.where('state', 'in', ['open', 'running', 'failed'])
		.orderBy('createdAt', 'desc')
		.limit(shown)
		.execute();

/**
 * The latest imports, whoever made them; `undoable` while a day has not passed and nothing has followed. The demonstration
 * came with the installation: it leaves by its own command.
 */
export async function listImportRuns({ tx, at }: Act) {
	const { rows } = await sql<{
		id: string;
		source: string;
		fileNames: string[];
		startedAt: Date;
		rows: number;
		added: number;
		changed: number;
		unchanged: number;
		gone: number;
		rejected: number;
		undoneAt: Date | null;
		undoable: boolean;
	}>`
		select r.id, r.source, r.file_names, r.started_at, r.rows, r.added, r.changed, r.unchanged, r.gone, r.rejected, r.undone_at,
			r.undone_at is null and r.started_at > ${at}::timestamptz - interval '24 hours' and not exists (
				select from import_run later where later.source = r.source and later.undone_at is null and later.started_at > r.started_at) as undoable
		from import_run r where r.source <> 'demo' order by r.started_at desc limit ${shown}`.execute(tx);
	return rows;
}
