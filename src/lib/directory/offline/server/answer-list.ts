import { createHash } from 'node:crypto';
import type { Act } from '#lib/server/act.ts';
import { writeListPage } from '../list-page.ts';
import { listStyle } from '../list-style.ts';
import { departmentList } from './department-list.ts';

const styleHash = createHash('sha256').update(listStyle).digest('base64');
/** Nothing runs in it, on the phone neither: it has its own style, and its form stays here. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** The list of a département as one page that asks for nothing else; `address` is where another may be asked. */
export async function answerList(act: Act, code: string, address: string): Promise<Response> {
	const { department, list } = await departmentList(act, code);
	return new Response(writeListPage(list, { name: department.name, address, at: act.at }), {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': policy,
			'last-modified': act.at.toUTCString(),
		},
	});
}
