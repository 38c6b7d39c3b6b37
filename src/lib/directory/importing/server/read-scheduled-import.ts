import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#lib/refusal.ts';
import { actAs, type Work } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { type Answer, ask, type Outgoing } from '#lib/server/outgoing.ts';
import { translate } from '#lib/texts/translator.ts';
import { parisDay } from '../../closure.ts';
import { assignFiles } from '../../mapping/server/assign-files.ts';
import { readMapped } from '../../mapping/server/read-mapped.ts';
import { importLines } from '../../server/import-lines.ts';
import { safeName } from '../draft.ts';
import { nextReading, rhythms } from '../schedule.ts';
import { mappingOf } from './run-draft.ts';

const mostBytes = 2 * 1024 ** 3;
const timeoutMs = 15 * 60_000;

/**
 * A job: reads a file again from its address and imports it, then plans the next reading. A file that has not changed is
 * not read; an address that fails is said, and tried again at the next reading.
 */
export async function readScheduledImport(
	{ scheduleId }: { readonly scheduleId: string },
	{ db, actor, now }: JobContext,
	mayReach?: Outgoing['mayReach'],
): Promise<void> {
	const work = actAs(db, actor, now);
	const schedule = await work(({ tx }) =>
		tx
			.selectFrom('scheduledImport')
			.innerJoin('savedMapping', 'savedMapping.id', 'mappingId')
			.select(['scheduledImport.id', 'url', 'every', 'etag', 'mapping'])
			.where('scheduledImport.id', '=', scheduleId)
			.where('stoppedAt', 'is', null)
			.executeTakeFirst(),
	);
	if (!schedule) return;
	const outcome = await importFrom(work, schedule, now(), mayReach).catch((error: unknown) => {
		if (!(error instanceof Refusal)) throw error;
		return { etag: schedule.etag, problem: translate(error.reason, error.values) };
	});
	await work(async (act) => {
		const every = rhythms.find((known) => known === schedule.every) ?? 'day';
		const nextAt = nextReading(every, act.at);
		await act.tx
			.updateTable('scheduledImport')
			.set({ lastAt: act.at, lastProblem: outcome.problem, etag: outcome.etag, nextAt })
			.where('id', '=', scheduleId)
			.execute();
		await enqueue(
			act,
			'read-scheduled-import',
			{ scheduleId },
			{ at: nextAt, key: `scheduled-import ${scheduleId}` },
		);
	});
}

interface Schedule {
	readonly url: string;
	readonly etag: string | null;
	readonly mapping: unknown;
}

async function importFrom(
	work: Work,
	{ url, etag, mapping: told }: Schedule,
	now: Date,
	mayReach: Outgoing['mayReach'],
): Promise<{ etag: string | null; problem: string | null }> {
	const answer = await asked(url, {
		timeoutMs,
		maxBytes: mostBytes,
		...(etag && { headers: { 'if-none-match': etag } }),
		...(mayReach && { mayReach }),
	});
	if (answer.status === 304) return { etag, problem: null };
	if (answer.status !== 200) throw new Refusal(422, 'importing.answered', { status: answer.status });
	const mapping = mappingOf(told);
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-import-'));
	try {
		const path = join(folder, safeName(lastName(url)));
		await pipeline(Readable.from(answer.body), createWriteStream(path, { mode: 0o600 }));
		const files = await assignFiles(mapping, [path]);
		await importLines(
			work,
			{
				name: mapping.source,
				mapping: mapping.name,
				files: [path],
				beside: path,
				read: (onNotice) => readMapped(mapping, files, { now, today: parisDay(now), onNotice }),
			},
			{},
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return { etag: typeof answer.headers.etag === 'string' ? answer.headers.etag : null, problem: null };
}

const mostTurns = 5;

/** The answer of an address, or of the one that it sends to: each is checked as the first one. */
async function asked(url: string, options: Outgoing): Promise<Answer> {
	let address = url;
	for (let turn = 0; ; turn++) {
		const answer = await ask(address, options);
		const { location } = answer.headers;
		if (answer.status < 301 || answer.status > 308 || answer.status === 304 || location === undefined)
			return answer;
		for await (const _ of answer.body) break;
		if (turn === mostTurns || !URL.canParse(location, address))
			throw new Refusal(422, 'importing.answered', { status: answer.status });
		address = new URL(location, address).href;
	}
}

/** The name of the file in an address, its letters as they are read when they can be. */
function lastName(url: string): string {
	const { pathname } = new URL(url);
	try {
		return decodeURIComponent(pathname);
	} catch {
		return pathname; // a lone % is a letter like another
	}
}
