/**
 * What a request asks of its route, by the name it has in `src/permissions.ts`: `GET` for a page, the action of its
 * form, the method of its API. Nothing when it could be two things at once: no permission then covers it.
 */
export function operationOf(
	method: string,
	search: URLSearchParams,
	declared: Readonly<Record<string, unknown>>,
): string | undefined {
	if (method === 'GET' || method === 'HEAD') return 'GET';
	if (method !== 'POST') return method;
	const action = [...search.keys()].find((key) => key.startsWith('/'))?.slice(1);
	if (Object.hasOwn(declared, 'POST')) return action === undefined ? 'POST' : undefined;
	// A page's own "GET" is never an action, whatever the address says.
	return action === 'GET' ? undefined : (action ?? 'default');
}
