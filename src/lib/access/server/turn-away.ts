import type { RequestEvent } from '@sveltejs/kit';
import { localPath } from '../local-path.ts';
import type { Answer } from '../permission.ts';

/** The answer to a request that its permission keeps outside; nothing when it may enter. */
export function turnAway(event: RequestEvent, answer: Answer): Response | Promise<Response> | undefined {
	switch (answer) {
		case 'enter':
			return undefined;
		case 'sign-in':
			return redirectTo(event, `/connexion?retour=${encodeURIComponent(asked(event.url))}`);
		case 'give-code':
			return redirectTo(event, `/connexion/code?retour=${encodeURIComponent(asked(event.url))}`);
		case 'go-home':
			return redirectTo(event, localPath(event.url.searchParams.get('retour'), '/'));
		case 'come-in':
			return redirectTo(event, '/mon-chemin/entrer');
		case 'nothing-here':
			return nothingHere(event);
	}
}

/** Where to come back; the name of a form's action is left out: coming back reads, it does not write again. */
function asked(url: URL): string {
	const search = new URLSearchParams([...url.searchParams].filter(([key]) => !key.startsWith('/')));
	return url.pathname + (search.size > 0 ? `?${search}` : '');
}

/** As SvelteKit answers it: a form sent by script reads its redirect in JSON. */
function redirectTo(event: RequestEvent, location: string): Response {
	if (isScripted(event)) return Response.json({ type: 'redirect', status: 303, location });
	return new Response(null, { status: 303, headers: { location } });
}

/** The very page of an address that does not exist, as deep as the one asked, so that its links lead to the same places. */
async function nothingHere(event: RequestEvent): Promise<Response> {
	if (event.isDataRequest || isScripted(event)) {
		const error = { status: 404, message: 'problem.nothing-here' };
		return Response.json(isScripted(event) ? { type: 'error', error } : error, { status: 404 });
	}
	// Asked from within for a page that nobody has: no second step.
	if (event.isSubRequest) return new Response(null, { status: 404 });
	const unknown = event.url.pathname.replace(/[^/]+/g, 'introuvable');
	return event.fetch(unknown === '/' ? '/introuvable' : unknown, { headers: { accept: 'text/html' } });
}

const isScripted = ({ request }: RequestEvent): boolean =>
	request.method === 'POST' && /^application\/json/.test(request.headers.get('accept') ?? '');
