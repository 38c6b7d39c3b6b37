import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';

const config = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err'];
const cruise = (...paths: string[]) => {
	const { status, stdout } = spawnSync('depcruise', [...config, ...paths], { encoding: 'utf8' });
	return { status, stdout };
};

const planted: string[] = [];
function plant(path: string, text: string): string {
	planted.push(path);
	writeFileSync(path, text);
	return path;
}
afterEach(() => {
	for (const path of planted.splice(0)) rmSync(path, { force: true });
});

test('the house stands on its floors', () => {
	expect(cruise('src', 'server.ts')).toMatchObject({ status: 0 });
}, 60_000);

/** One slip of each kind, planted and named. */
const slips: [string, string, string, RegExp][] = [
	['a floor that looks up', 'src/lib/geo/planted.ts', "import '../directory/topic.ts';", /floor-0-geo/],
	['a neighbour', 'src/lib/access/planted.ts', "import '../territory/commune.ts';", /floor-1-access/],
	[
		'a pure rule that reads the database',
		'src/lib/directory/planted.ts',
		"import './server/services.ts';",
		/pure-rules-do-no-io/,
	],
	[
		'a pure rule that knows the machine',
		'src/lib/time/planted.ts',
		"import 'node:fs';",
		/pure-rules-know-no-machine/,
	],
	['SQL in a route', 'src/routes/planted.ts', "import 'kysely';", /no-sql-in-routes/],
];

test.each(slips)(
	'%s is named',
	(_, path, text, rule) => {
		const { status, stdout } = cruise(plant(path, `${text}\n`));
		expect(stdout).toMatch(rule);
		expect(status).not.toBe(0);
	},
	60_000,
);
