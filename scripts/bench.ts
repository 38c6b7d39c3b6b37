// npm run bench [NAME…]: each file of bench/ in turn, one JSON line each; several minutes for all.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const names = readdirSync('bench')
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.slice(0, -3));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
	console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
	process.exit(2);
}
const failed = (asked.length > 0 ? asked : names).filter(
	(name) => spawnSync('node', [`bench/${name}.ts`], { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
