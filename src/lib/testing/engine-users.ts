import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Told = z.object({
	event: z.string(),
	pid: z.number().optional(),
	started: z.boolean().optional(),
	reason: z.string().optional(),
	values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
type Told = z.infer<typeof Told>;

/** Another process at the same engine. */
export interface EngineUser {
	readonly process: ChildProcess;
	/** The first message of that name, past or to come. */
	told(event: string): Promise<Told>;
	close(): Promise<void>;
	kill(): Promise<void>;
}

const script = fileURLToPath(new URL('engine-user.ts', import.meta.url));

export function startEngineUser(dataFolder: string, command = 'test'): EngineUser {
	const child = spawn(process.execPath, [script, dataFolder, command], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const messages: Told[] = [];
	const news = new EventTarget();
	createInterface({ input: child.stdout }).on('line', (line) => {
		messages.push(Told.parse(JSON.parse(line)));
		news.dispatchEvent(new Event('told'));
	});
	const told = async (event: string): Promise<Told> => {
		for (;;) {
			const message = messages.find((one) => one.event === event);
			if (message) return message;
			if (child.exitCode !== null || child.signalCode) throw new Error(`ended without "${event}"`);
			await Promise.race([once(news, 'told'), once(child, 'close')]);
		}
	};
	return {
		process: child,
		told,
		close: async () => {
			const ended = once(child, 'close');
			child.stdin.write('close\n');
			await ended;
		},
		kill: async () => {
			const ended = once(child, 'close');
			child.kill('SIGKILL');
			await ended;
		},
	};
}
