// The whole application on a throw-away database with the demo region, for what is tested over HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../server.ts';
import { readSettings } from '../src/lib/server/settings.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';
import { translate } from '../src/lib/texts/translator.ts';
import { prepareForTests } from './prepared.ts';

const port = Number(process.env.PORT);
const folder = mkdtempSync(join(tmpdir(), 'passerelles-journeys-'));
const server = await openTestServer();
const name = await createDatabase(server.url);
const url = onDatabase(server.url, name);
const running = await serve(
	readSettings({ PORT: String(port), PASSERELLES_DATA: folder, DATABASE_URL: url }),
	(key, values) => console.log(translate(key, values)),
);
const prepared = JSON.stringify(await prepareForTests(url));
// Told on a port of its own, only to the tests of this machine.
const told = http.createServer((_, response) => response.end(prepared)).listen(port + 1, '127.0.0.1');
console.log(running.address);

process.once('SIGTERM', async () => {
	told.close();
	await running.close();
	await dropDatabase(server.url, name);
	await server.close();
	rmSync(folder, { recursive: true, force: true });
	process.exit(0);
});
