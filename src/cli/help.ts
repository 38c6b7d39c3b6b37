import { translate } from '../lib/texts/translator.ts';
import type { Command, Option } from './command.ts';

const flag = ([name, { value }]: [string, Option]): string => `--${name}${value ? ` ${value}` : ''}`;

const columns = (rows: readonly (readonly [string, string])[]): string => {
	const width = Math.max(...rows.map(([left]) => left.length)) + 2;
	return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
};

/** What `passerelles --help` prints. */
export const generalHelp = (commands: readonly Command[]): string =>
	`${translate('cli.about')}\n\n${columns(commands.map(({ usage, help }) => [usage, help]))}\n${translate('cli.more')}\n`;

/** What `passerelles COMMAND --help` prints. */
export function commandHelp({ usage, help, options = {} }: Command): string {
	const rows = Object.entries(options).map((entry): [string, string] => [flag(entry), entry[1].help]);
	return `${help}\n\n  passerelles ${usage}\n\n${columns([...rows, ['--json', translate('cli.json')]])}`;
}
