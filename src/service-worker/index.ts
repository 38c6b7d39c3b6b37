// Shows the list that somebody asked to keep, when there is no network. Its scope is /hors-ligne: it sees no other page,
// keeps nothing itself, and is installed by nobody but whoever presses « Garder sur ce téléphone ».
import { asKept, keptUnder } from '#lib/directory/offline/kept-answer.ts';
import { listStyle } from '#lib/directory/offline/list-style.ts';
import texts from '#lib/texts/fr/own-offline.json' with { type: 'json' };

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
/** Longer than a page takes at 50 kbit/s; after that, the list is better than waiting. */
const patience = 10_000;

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.mode !== 'navigate') return;
	if (request.method === 'POST' && new URL(request.url).pathname === '/hors-ligne/effacer')
		event.respondWith(erase());
	else if (request.method === 'GET') event.respondWith(onlineFirst(request));
});

async function onlineFirst(request: Request): Promise<Response> {
	const kept = await keptList();
	if (!kept) return fetch(request);
	const late = new Promise<null>((done) => setTimeout(() => done(null), patience));
	const answer = await Promise.race([fetch(request).catch(() => null), late]);
	return answer && answer.status < 500 ? answer : kept;
}

async function keptList(): Promise<Response | null> {
	const cache = await caches.open(keptUnder);
	const [address] = await cache.keys();
	const list = address && (await cache.match(address));
	return list ? new Response(asKept(await list.text()), { headers: list.headers }) : null;
}

/** Without network too: then no page of the site could say that it is done. */
async function erase(): Promise<Response> {
	await caches.delete(keptUnder);
	await worker.registration.unregister();
	const [erased, back] = [texts['own-offline.erased'], texts['own-offline.title']];
	return new Response(
		`<!doctype html><html lang=fr><meta charset=utf-8><meta name=viewport content="width=device-width, initial-scale=1"><meta name=color-scheme content="light dark"><title>${erased}</title><style>${listStyle}</style><main><h1>${erased}</h1><p><a class=call href="/hors-ligne">${back}</a></main></html>`,
		{
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
				'cache-control': 'no-store',
			},
		},
	);
}
