// Another process that uses the embedded engine, led by a test: tells what happens as JSON lines, leaves on "close".
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { claimServer, openEngine } from '../server/engine/engine.ts';

const [dataFolder = '', command = 'test'] = process.argv.slice(2);
const tell = (event: string, facts: object = {}) =>
	process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);

const engine = await openEngine({ dataFolder, command, say: (key) => tell(key) });
const leave = async () => {
	await engine.close();
	tell('closed');
	process.exit();
};
try {
	if (command === 'serve') await claimServer(engine);
	tell('open', { pid: engine.pid, started: engine.started });
	process.stdin.once('data', () => void leave());
	await pause(120_000); // a test that died never says "close"
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	tell('refused', { reason: error.reason, values: error.values });
}
await leave();
