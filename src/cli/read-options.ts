import { parseArgs } from 'node:util';
import { translate } from '../lib/texts/translator.ts';
import { closest } from './closest.ts';
import { type Command, type Given, type Option, WrongUse } from './command.ts';

type Read = Pick<Given, 'words' | 'options'>;
interface OptionToken {
	readonly name: string;
	readonly rawName: string;
	readonly value?: string | undefined;
}

/** Every command takes it: the result as one line of JSON. */
const everyCommand: Readonly<Record<string, Option>> = { json: { type: 'boolean', help: '' } };

/**
 * The words and options after a command's name.
 * @throws WrongUse in our own words, with the option that was probably meant.
 */
export function readOptions({ options = {} }: Pick<Command, 'options'>, rest: readonly string[]): Read {
	const known = { ...everyCommand, ...options };
	const { values, positionals, tokens } = parseArgs({
		args: [...rest],
		options: Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }])),
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	for (const token of tokens) if (token.kind === 'option') check(token, known);
	return { words: positionals, options: values as Given['options'] };
}

function check({ name, rawName, value }: OptionToken, known: Readonly<Record<string, Option>>): void {
	const option = Object.hasOwn(known, name) ? known[name] : undefined;
	if (!option) throw new WrongUse(unknown(rawName, name, Object.keys(known)));
	if (option.type === 'boolean' && value !== undefined)
		throw new WrongUse(translate('cli.option-without-value', { option: rawName }));
	// A following option is not a value: « --near --json » lacks one.
	if (option.type === 'string' && (value === undefined || value === '' || /^--[a-z]/.test(value)))
		throw new WrongUse(translate('cli.option-needs-value', { option: rawName, value: option.value ?? '…' }));
}

function unknown(option: string, name: string, known: readonly string[]): string {
	const near = closest(name, known);
	if (near) return translate('cli.unknown-option-near', { option, near: `--${near}` });
	return translate('cli.unknown-option', { option, known: known.map((each) => `--${each}`).join(', ') });
}
