import { Refusal } from '../lib/refusal.ts';
import { translate } from '../lib/texts/translator.ts';
import { closest } from './closest.ts';
import { type Command, exit, type Given, WrongUse } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { processOut } from './out.ts';
import { readOptions } from './read-options.ts';

/** Each command is read only when it is called: `--help` answers at once. */
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
	serve: () => import('./serve.ts'),
	migrate: () => import('./migrate.ts'),
	demo: () => import('./demo.ts'),
	import: () => import('./import.ts'),
	export: () => import('./export.ts'),
	search: () => import('./search.ts'),
	territory: () => import('./territory.ts'),
	invite: () => import('./invite.ts'),
	account: () => import('./account.ts'),
	doctor: () => import('./doctor.ts'),
};

/** Runs `passerelles` with the words of the command line; returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
	ignoreClosedPipes();
	const [name = '--help', ...rest] = argv;
	if (name === '--help' || name === '-h' || name === 'help') return show(generalHelp(await allCommands()));
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) return wrong(unknownCommand(name), '--help');
	const { command } = await load();
	if (rest.includes('--help') || rest.includes('-h')) return show(commandHelp(command));
	try {
		return await command.run(read(command, rest));
	} catch (error) {
		return explain(error, command, rest.includes('--json'));
	}
}

function read(command: Command, rest: readonly string[]): Given {
	const { words, options } = readOptions(command, rest);
	return { words, options, out: processOut(options.json === true) };
}

/** « passerelles doctor | head -1 »: who reads no more is not a fault; the command ends as if all had been read. */
function ignoreClosedPipes(): void {
	for (const stream of [process.stdout, process.stderr])
		if (stream.listenerCount('error', ignoreClosed) === 0) stream.on('error', ignoreClosed);
}

function ignoreClosed(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPIPE') throw error;
}

function unknownCommand(name: string): string {
	const near = closest(name, Object.keys(commands));
	return near
		? translate('cli.unknown-command-near', { name, near })
		: translate('cli.unknown-command', { name });
}

function explain(error: unknown, command: Command, json: boolean): number {
	if (error instanceof WrongUse) return wrong(error.message, command.usage);
	if (!(error instanceof Refusal)) throw error;
	const sentence = translate(error.reason, error.values);
	if (json) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
	process.stderr.write(`${sentence}\n`);
	return exit.failed;
}

function wrong(sentence: string, usage: string): number {
	process.stderr.write(`${sentence}\n${translate('cli.usage', { usage })}\n`);
	return exit.wrongUse;
}

function show(text: string): number {
	process.stdout.write(text);
	return exit.done;
}

const allCommands = async (): Promise<Command[]> =>
	Promise.all(Object.values(commands).map(async (load) => (await load()).command));
