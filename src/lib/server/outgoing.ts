import { lookup as resolveName } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Refusal } from '../refusal.ts';

/** Addresses that are not the public Internet's (IANA special-purpose registries, RFC 6890 and later). */
const special = new BlockList();
for (const [network, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
] as const)
	special.addSubnet(network, prefix, 'ipv4');
// Only 2000::/3 is given out; within it, tunnels and tests may hide a private address.
for (const [network, prefix] of [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
] as const)
	special.addSubnet(network, prefix, 'ipv6');
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address belongs to a machine of the public Internet. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !special.check(address, 'ipv4');
	return family === 6 && givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

export interface Outgoing {
	readonly method?: 'GET' | 'POST';
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** For the whole exchange. */
	readonly timeoutMs: number;
	/** More than this is given up. */
	readonly maxBytes: number;
	/** Which addresses may be reached; those of the public Internet unless a test says otherwise. */
	readonly mayReach?: (address: string) => boolean;
}

export interface Answer {
	readonly status: number;
	readonly headers: http.IncomingHttpHeaders;
	/** Read it to its end, or destroy it. */
	readonly body: AsyncIterable<Buffer>;
}

/**
 * Asks something of another machine, for an address that somebody typed. Every address that its name gives is checked at
 * the moment of connecting, so a name that changes its mind reaches nothing private; redirections are answers, not
 * followed.
 * @throws Refusal 422 when the address is not http(s), holds a password, is private or does not answer
 */
export async function ask(address: string, options: Outgoing): Promise<Answer> {
	const url = readAddress(address);
	const mayReach = options.mayReach ?? isPublicAddress;
	const literal = url.hostname.replace(/^\[|\]$/g, '');
	if (isIP(literal) && !mayReach(literal)) throw new Refusal(422, 'outgoing.private', { host: url.host });
	const response = await send(url, options, publicLookup(mayReach));
	return {
		status: response.statusCode ?? 0,
		headers: response.headers,
		body: atMost(response, options.maxBytes, url.host),
	};
}

function readAddress(address: string): URL {
	if (!URL.canParse(address)) throw new Refusal(422, 'outgoing.not-address');
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) throw new Refusal(422, 'outgoing.not-address');
	if (url.username || url.password) throw new Refusal(422, 'outgoing.no-password');
	return url;
}

class PrivateAddress extends Error {}

/** Resolves a name and gives an error when any of its addresses is out of reach. */
function publicLookup(mayReach: (address: string) => boolean): LookupFunction {
	return (name, options, callback) =>
		resolveName(name, { ...options, all: true }, (error, addresses) => {
			if (error) return callback(error, '', 0);
			const reachable = addresses.length > 0 && addresses.every(({ address }) => mayReach(address));
			if (!reachable) return callback(new PrivateAddress(name), '', 0);
			if (options.all) return callback(null, addresses);
			callback(null, addresses[0]!.address, addresses[0]!.family);
		});
}

function send(url: URL, options: Outgoing, lookup: LookupFunction): Promise<http.IncomingMessage> {
	const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
	const client = url.protocol === 'https:' ? https : http;
	const request = client.request(
		url,
		{
			method: options.method ?? 'GET',
			headers: { 'user-agent': 'Passerelles', ...options.headers },
			lookup,
			agent: false,
			signal: AbortSignal.timeout(options.timeoutMs),
		},
		resolve,
	);
	request.on('error', (error) => reject(refusalOf(error, url.host)));
	request.end(options.body);
	return promise;
}

const refusalOf = (error: Error, host: string): Refusal =>
	error instanceof PrivateAddress
		? new Refusal(422, 'outgoing.private', { host })
		: new Refusal(422, error.name === 'AbortError' ? 'outgoing.too-slow' : 'outgoing.no-answer', { host });

async function* atMost(body: http.IncomingMessage, most: number, host: string): AsyncGenerator<Buffer> {
	let read = 0;
	try {
		for await (const piece of body as AsyncIterable<Buffer>) {
			read += piece.length;
			if (read > most) throw new Refusal(422, 'outgoing.too-big', { host, megabytes: Math.ceil(most / 1e6) });
			yield piece;
		}
	} catch (error) {
		throw error instanceof Error && !(error instanceof Refusal) ? refusalOf(error, host) : error;
	} finally {
		body.destroy();
	}
}
