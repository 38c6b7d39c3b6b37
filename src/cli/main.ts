import { parseArgs } from 'node:util';
import { Refusal } from '../lib/refusal.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, toParseArgs, WrongUse } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { processOut } from './out.ts';

/** Each command is read only when it is called: `--help` answers at once. */
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
	serve: () => import('./serve.ts'),
	migrate: () => import('./migrate.ts'),
	demo: () => import('./demo.ts'),
	import: () => import('./import.ts'),
	search: () => import('./search.ts'),
	invite: () => import('./invite.ts'),
	doctor: () => import('./doctor.ts'),
};

/** Runs `passerelles` with the words of the command line; returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
	const [name = '--help', ...rest] = argv;
	if (name === '--help' || name === '-h' || name === 'help') return show(generalHelp(await allCommands()));
	const load = commands[name];
	if (!load) return wrong(translate('cli.unknown-command', { name }), 'passerelles --help');
	const { command } = await load();
	if (rest.includes('--help') || rest.includes('-h')) return show(commandHelp(command));
	try {
		return await command.run(read(command, rest));
	} catch (error) {
		return explain(error, command, rest.includes('--json'));
	}
}

function read(command: Command, rest: readonly string[]): Given {
	try {
		const { values, positionals } = parseArgs({
			args: [...rest],
			options: { ...toParseArgs(command.options), json: { type: 'boolean' } },
			allowPositionals: true,
		});
		return {
			words: positionals,
			options: values as Given['options'],
			out: processOut(values.json === true),
		};
	} catch (error) {
		throw new WrongUse(translate('cli.unknown-option', { problem: messageOf(error) }));
	}
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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
