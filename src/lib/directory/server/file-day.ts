import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

/** The day a file was published: in its name (`…_20240801.csv`), else when it was last written; never to come. */
export async function dayOf(file: string, now: Date): Promise<string> {
	const [, year, month, day] =
		/(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(basename(file)) ?? [];
	const told = year && `${year}-${month}-${day}`;
	const written = await stat(file).then(
		({ mtime }) => mtime,
		() => now,
	); // a file that is not there is told by its reader
	const today = dayInParis(now);
	const found = told ?? dayInParis(written);
	return [found, today].sort()[0] ?? today;
}

export const dayInParis = (instant: Date): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(instant);
