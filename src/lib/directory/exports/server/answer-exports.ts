import { Refusal } from '#lib/refusal.ts';
import type { Work } from '#lib/server/act.ts';
import { answering } from '#lib/server/api/answering.ts';
import { corsHeaders } from '#lib/server/api/cors.ts';
import { isKnown, jsonAnswer } from '#lib/server/api/json-answer.ts';
import { problem } from '#lib/server/api/problem.ts';
import { streamOf } from '#lib/server/api/stream.ts';
import { translate } from '#lib/texts/translator.ts';
import { parisDay } from '../../closure.ts';
import {
	type ExportFormat,
	exportFileName,
	exportFormatNames,
	exportFormats,
	isExportFormat,
	licence,
} from '../export-format.ts';
import { exportDirectory } from './export-directory.ts';
import { type ExportMarks, readExportMarks } from './export-marks.ts';

const maxAge = 60;
/** An export reads the whole directory: more of them at once would slow down everybody. */
const mostAtOnce = 2;
let running = 0;

/** `GET /api/exports`: what there is to take away. `base`: the public address of this list. */
export const answerExports = (request: Request, base: string, work: Work): Promise<Response> =>
	answering(async () => {
		const { structures, services, modifiedAt } = await work(readExportMarks);
		const exports = exportFormatNames.map((format) => ({
			format,
			title: translate(`api.export.${format}`),
			url: `${base}/${format}`,
			media_type: exportFormats[format].type,
			structures,
			services,
			modified: modifiedAt?.toISOString() ?? null,
		}));
		return jsonAnswer(
			request,
			{ licence, attribution: translate('api.export.attribution'), exports },
			{ maxAge },
		);
	});

/** `GET /api/exports/{format}`: sent as it is read; nothing but 304 for whoever has the directory as it is. */
export const answerExport = (request: Request, format: string, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		if (!isExportFormat(format))
			throw new Refusal(404, 'api.export.no-format', { formats: exportFormatNames.join(', ') });
		const headers = {
			...corsHeaders,
			'cache-control': 'no-cache',
			etag: etagOf(format, await work(readExportMarks), now),
		};
		if (isKnown(request.headers.get('if-none-match'), headers.etag.slice(2)))
			return new Response(null, { status: 304, headers });
		if (running >= mostAtOnce) return problem(503, 'api.export.busy', { headers: { 'retry-after': '60' } });
		return new Response(streamOf(counted(exportDirectory(format, work, now))), {
			headers: {
				...headers,
				'content-type': exportFormats[format].type,
				'content-disposition': `attachment; filename="${exportFileName(format, now)}"`,
				link: `<${licence.url}>; rel="license"`,
			},
		});
	});

/** What is said of the day (open, closed) changes with it. */
const etagOf = (format: ExportFormat, { structures, services, modifiedAt }: ExportMarks, now: Date): string =>
	`W/"${[format, structures, services, modifiedAt?.getTime() ?? 0, parisDay(now)].join('-')}"`;

/** Counts from the first piece that is asked for to the last, to a failure, or to whoever goes away. */
async function* counted(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
	running += 1;
	try {
		yield* pieces;
	} finally {
		running -= 1;
	}
}
