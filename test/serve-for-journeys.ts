// The whole application on a throw-away database with the demo region, for browser journeys.
import { mkdtempSync, rmSync } from 'node:fs';
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

const folder = mkdtempSync(join(tmpdir(), 'passerelles-journeys-'));
const server = await openTestServer();
const name = await createDatabase(server.url);
const running = await serve(
	readSettings({
		PORT: process.env.PORT,
		PASSERELLES_DATA: folder,
		DATABASE_URL: onDatabase(server.url, name),
	}),
	(key, values) => console.log(translate(key, values)),
);
console.log(running.address);

process.once('SIGTERM', async () => {
	await running.close();
	await dropDatabase(server.url, name);
	await server.close();
	rmSync(folder, { recursive: true, force: true });
	process.exit(0);
});
