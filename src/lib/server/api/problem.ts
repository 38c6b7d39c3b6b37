import { STATUS_CODES } from 'node:http';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { corsHeaders } from './cors.ts';

/** One parameter that cannot be read: its name, and what to write instead. */
export interface FaultyParameter {
	readonly name: string;
	readonly detail: string;
	/** What it may be, when that is a closed list. */
	readonly accepted?: readonly string[];
}

interface More {
	readonly values?: Readonly<Record<string, string | number>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly parameters?: readonly FaultyParameter[];
}

/** An answer of the API that says no (RFC 9457): `code` for programs, `detail` for whoever reads them. */
export function problem(status: number, code: TextKey, more: More = {}): Response {
	const { values = {}, headers = {}, parameters } = more;
	const title = STATUS_CODES[status] ?? '';
	const detail = translate(code, values);
	return Response.json(
		{ type: 'about:blank', title, status, code, detail, ...(parameters && { parameters }) },
		{ status, headers: { ...corsHeaders, 'content-type': 'application/problem+json', ...headers } },
	);
}
