const ordinary = 1024 ** 2;

/**
 * Whether a request brings more than its address takes: a mebibyte, unless the address takes files. One that does not
 * say its length is taken for too long, so that nothing is read before it is known.
 */
export function bringsTooMuch(request: Request, most: number = ordinary): boolean {
	if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) return false;
	const told = request.headers.get('content-length');
	return told === null || !/^\d+$/.test(told) || Number(told) > most;
}
