/** A page as it left once: bytes and headers, ready to leave again. */
export interface KeptPage {
	readonly body: Uint8Array<ArrayBuffer>;
	readonly headers: readonly (readonly [string, string])[];
	readonly etag: string | null;
}

export interface PageCache {
	/** The page of a key: kept, or being drawn for somebody else, or drawn now; no body for whoever has it already. */
	answer(key: string, ifNoneMatch: string | null, draw: () => Promise<Response>): Promise<Response>;
}

/** The pages last asked for, the oldest leaving first; `most` bytes at once. A page is never drawn twice at once. */
export function createPageCache(most: number): PageCache {
	const kept = keepPages(most);
	const drawing = new Map<string, Promise<KeptPage | null>>();
	return {
		async answer(key, ifNoneMatch, draw) {
			const others = drawing.get(key);
			const known = kept.get(key) ?? (others && (await others));
			if (known) return answerWith(known, ifNoneMatch);
			const drawn = draw();
			const page = drawn.then((response) => (isForAll(response) ? readPage(response) : null));
			drawing.set(
				key,
				page.catch(() => null),
			);
			try {
				const done = await page;
				if (!done) return await drawn;
				kept.keep(key, done);
				return answerWith(done, ifNoneMatch);
			} finally {
				drawing.delete(key);
			}
		},
	};
}

const isForAll = ({ status, headers }: Response): boolean => status === 200 && !headers.has('set-cookie');

interface KeptPages {
	get(key: string): KeptPage | undefined;
	keep(key: string, page: KeptPage): void;
}

export function keepPages(most: number): KeptPages {
	const kept = new Map<string, KeptPage>();
	let bytes = 0;
	const forget = (key: string, page: KeptPage): void => {
		kept.delete(key);
		bytes -= page.body.byteLength;
	};
	return {
		get(key) {
			const page = kept.get(key);
			if (!page) return undefined;
			kept.delete(key);
			kept.set(key, page);
			return page;
		},
		keep(key, page) {
			const former = kept.get(key);
			if (former) forget(key, former);
			kept.set(key, page);
			bytes += page.body.byteLength;
			for (const [oldest, old] of kept) {
				if (bytes <= most) break;
				forget(oldest, old);
			}
		},
	};
}

/** Reads an answer whole, so that it can be kept and sent; its body is spent. */
export async function readPage(response: Response): Promise<KeptPage> {
	const { headers } = response;
	return {
		body: new Uint8Array(await response.arrayBuffer()),
		headers: [...headers].filter(([name]) => name !== 'set-cookie'),
		etag: headers.get('etag'),
	};
}

/** The kept page as a new answer; without a body for whoever already has it (RFC 9110, 13.1.2). */
export function answerWith({ body, headers, etag }: KeptPage, ifNoneMatch: string | null): Response {
	const known =
		etag !== null && (ifNoneMatch ?? '').split(/,\s*/).some((one) => one.replace(/^W\//, '') === etag);
	const again = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
	if (!known) return new Response(body, { headers: again });
	for (const name of ['content-length', 'content-encoding', 'content-type']) again.delete(name);
	return new Response(null, { status: 304, headers: again });
}
