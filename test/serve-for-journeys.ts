// The whole application on a throw-away database with the demo region, for what is tested over HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../server.ts';
import { keptMail } from '../src/lib/server/mail.ts';
import { readSettings } from '../src/lib/server/settings.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';
import { translate } from '../src/lib/texts/translator.ts';
import { leaveStepLate, prepareForTests, type Traces } from './prepared.ts';

/** Everything that the application writes on its outputs: what is logged must tell no more than what is shown. */
const logs: string[] = [];
for (const stream of [process.stdout, process.stderr]) {
	const write = stream.write.bind(stream);
	stream.write = ((chunk: string, ...rest: never[]) => {
		logs.push(String(chunk));
		return write(chunk, ...rest);
	}) as typeof stream.write;
}

const port = Number(process.env.PORT);
const folder = mkdtempSync(join(tmpdir(), 'passerelles-journeys-'));
const server = await openTestServer();
const name = await createDatabase(server.url);
const url = onDatabase(server.url, name);
const running = await serve(
	readSettings({ PORT: String(port), PASSERELLES_DATA: folder, DATABASE_URL: url }),
	(key, values) => console.log(translate(key, values)),
);
const prepared = await prepareForTests(url);
const traces = async (): Promise<Traces> => ({
	logs: logs.join(''),
	mails: await keptMail(join(folder, 'courriels'), 10_000),
});
/** `/traces`, `/retard?nom=…&etape=…`, or what was prepared. */
async function tell(path: string) {
	const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
	if (pathname === '/traces') return traces();
	if (pathname !== '/retard') return prepared;
	return leaveStepLate(url, searchParams.get('nom') ?? '', searchParams.get('etape') ?? '');
}
// Told on a port of its own, only to the tests of this machine.
const told = http
	.createServer(async ({ url: path }, response) => response.end(JSON.stringify(await tell(path ?? '/'))))
	.listen(port + 1, '127.0.0.1');
console.log(running.address);

process.once('SIGTERM', async () => {
	told.close();
	await running.close();
	await dropDatabase(server.url, name);
	await server.close();
	rmSync(folder, { recursive: true, force: true });
	process.exit(0);
});
