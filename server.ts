// Starts the application: engine, migrations, demo region, jobs, then SvelteKit's handler behind our own HTTP server.
import { existsSync } from 'node:fs';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { bringUpToDate, type Installation, openInstallation, type Say } from './src/cli/installation.ts';
import { prepare } from './src/cli/prepare.ts';
import { timed } from './src/cli/timed.ts';
import { accessJobs } from './src/lib/access/server/jobs.ts';
import { countDemoAccounts } from './src/lib/directory/server/demo-accounts.ts';
import { directoryJobs } from './src/lib/directory/server/jobs.ts';
import { pathwayJobs } from './src/lib/pathway/server/jobs.ts';
import { personJobs } from './src/lib/person/server/jobs.ts';
import { Refusal } from './src/lib/refusal.ts';
import { ruptureJobs } from './src/lib/rupture/server/jobs.ts';
import { application, isPublic } from './src/lib/server/application.ts';
import { claimServer } from './src/lib/server/engine/engine.ts';
import { fileHeaders } from './src/lib/server/headers.ts';
import { openQueuePool, startJobs } from './src/lib/server/jobs.ts';
import type { Settings } from './src/lib/server/settings.ts';
import { announceStop } from './src/lib/server/stopping.ts';

export interface Running {
	readonly address: string;
	/** Whether invented people can sign in: there are some, and this machine only is served. */
	readonly demo: 'open' | 'refused' | 'none';
	close(): Promise<void>;
}

const handlerFile = new URL('build/handler.js', import.meta.url);

/** Brings everything up, in order, and serves; what was opened is closed in the opposite order, also on failure. */
export async function serve(settings: Settings, say: Say): Promise<Running> {
	if (!existsSync(handlerFile)) throw new Refusal(503, 'cli.not-built');
	const closing: (() => Promise<unknown>)[] = [];
	const close = async () => {
		for (const step of closing.splice(0).reverse()) await step();
	};
	try {
		const server = await listen(settings);
		closing.push(() => stopServing(server));
		const installation = await openInstallation(settings, 'serve', say);
		closing.push(installation.close);
		if (installation.engine) {
			const claim = await claimServer(installation.engine);
			closing.push(() => claim.release());
		}
		await timed(say, 'cli.step.migrate', async () => ({
			count: (await bringUpToDate(installation, settings)).length,
		}));
		await prepare(installation, say);
		prepareEnvironment(settings, installation.appUrl);
		const app = application();
		closing.push(app.close);
		const queue = openQueuePool(installation.appUrl);
		const runner = await startJobs(queue, app.db, {
			...accessJobs(app),
			...personJobs({ ...app, origin: publicAddress(settings), privacyContact: settings.privacyContact }),
			...directoryJobs({ ...app, origin: publicAddress(settings) }),
			...pathwayJobs({ ...app, origin: publicAddress(settings) }),
			...ruptureJobs({ ...app, origin: publicAddress(settings) }),
		});
		closing.push(async () => {
			await runner.stop();
			await queue.end();
		});
		closing.push(async () => announceStop());
		closing.push(() => stopServing(server));
		await handleRequests(server, settings);
		return { address: publicAddress(settings), demo: await demoAccounts(installation, settings), close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function demoAccounts(
	{ operator }: Installation,
	{ origin, host }: Settings,
): Promise<Running['demo']> {
	if ((await operator(countDemoAccounts)) === 0) return 'none';
	return isPublic(origin, host) ? 'refused' : 'open';
}

/** The built application reads its environment: what was resolved here is handed over there. */
function prepareEnvironment(settings: Settings, appUrl: string): void {
	process.env.APP_DATABASE_URL = appUrl;
	process.env.PASSERELLES_DATA = settings.dataFolder;
	process.env.PASSERELLES_ROOT = fileURLToPath(new URL('.', import.meta.url));
	process.env.HOST = settings.host;
	process.env.PASSERELLES_ORIGIN = publicAddress(settings);
	// adapter-node assumes https when nobody says otherwise: two headers of our own say it (never a client's).
	process.env.PROTOCOL_HEADER = 'x-app-proto';
	process.env.HOST_HEADER = 'x-app-host';
	// The application's own hooks let less in, address by address.
	process.env.BODY_SIZE_LIMIT ??= '33M';
}

const publicAddress = ({ origin, port }: Settings): string => origin ?? `http://localhost:${port}`;

/** Takes the port first, so that a taken one is said before anything is opened; answers "not yet" until ready. */
function listen({ port, host }: Settings): Promise<http.Server> {
	const server = http.createServer();
	server.on('request', notYet);
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(listenRefusal(error, port, host)));
		server.listen(port, host, () => resolve(server));
	});
}

const notYet: http.RequestListener = (_, response) => {
	response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
	response.end('Passerelles démarre. Réessayez dans quelques secondes.\n');
};

function listenRefusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
	if (error.code === 'EADDRINUSE')
		return new Refusal(409, 'cli.port-taken', { port: `${port}`, other: `${port + 1}` });
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
		return new Refusal(422, 'cli.host-unknown', { host });
	if (error.code === 'EACCES') return new Refusal(403, 'cli.port-refused', { port: `${port}` });
	return error;
}

async function handleRequests(server: http.Server, settings: Settings): Promise<void> {
	const { handler } = (await import(handlerFile.href)) as {
		handler: (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => void;
	};
	const origin = settings.origin ? new URL(settings.origin) : null;
	const headers = fileHeaders(origin?.protocol === 'https:');
	server.off('request', notYet);
	server.on('request', (request, response) => {
		request.headers['x-app-proto'] = origin?.protocol.slice(0, -1) ?? 'http';
		request.headers['x-app-host'] = origin?.host ?? request.headers.host ?? `localhost:${settings.port}`;
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		handler(request, response, () => response.writeHead(404).end());
	});
	await warmUp(settings);
}

/** Ready means that a page was really served once. */
async function warmUp({ port, host }: Settings): Promise<void> {
	const reachable =
		host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
	await fetch(`http://${reachable}:${port}/readyz`).catch((error: Error) => {
		throw isBadPort(error) ? new Refusal(422, 'cli.port-blocked', { port: `${port}` }) : error;
	});
}

/** Some ports belong to other protocols: no browser opens a page there. */
const isBadPort = ({ cause }: Error): boolean => cause instanceof Error && cause.message === 'bad port';

function stopServing(server: http.Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 3000).unref();
	});
}
