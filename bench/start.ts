// Start-up from a clone, second start, and memory once the demo region is served.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'passerelles-start-'));
const clone = join(folder, 'clone');

interface Started {
	seconds: number;
	memoryMb: number;
}

/** `npm start` until a page is served, then a clean stop. */
async function startOnce(port: number): Promise<Started> {
	const begun = performance.now();
	const child = spawn('npm', ['start'], {
		cwd: clone,
		env: { ...process.env, PORT: String(port) },
		stdio: 'ignore',
		detached: true,
	});
	const url = `http://localhost:${port}/readyz`;
	while (
		!(await fetch(url).then(
			(response) => response.ok,
			() => false,
		))
	) {
		if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
		await new Promise((next) => setTimeout(next, 50));
	}
	const seconds = (performance.now() - begun) / 1000;
	const memoryMb = memoryOf(child.pid!);
	process.kill(-child.pid!, 'SIGINT');
	await new Promise((done) => child.once('exit', done));
	return { seconds, memoryMb };
}

/** Proportional memory of the whole family of processes: shared pages are counted once (Linux only). */
function memoryOf(group: number): number {
	const { stdout } = spawnSync('ps', ['-eo', 'pid=,pgid=,args='], { encoding: 'utf8' });
	const ours = stdout
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.filter(
			([, pgid, ...args]) =>
				Number(pgid) === group || args.join(' ').includes(clone) || args[0] === 'postgres:',
		);
	const kilobytes = ours.map(([pid]) => {
		try {
			return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
		} catch {
			return 0;
		}
	});
	return Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1024);
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10;

try {
	spawnSync('git', ['clone', '--quiet', '.', clone], { stdio: 'inherit' });
	const first = await startOnce(4191);
	const again = [await startOnce(4192), await startOnce(4193), await startOnce(4194)];
	const second = again.map(({ seconds }) => seconds).toSorted((a, b) => a - b)[1]!;
	console.log(
		JSON.stringify({
			bench: 'start',
			fromCloneSeconds: round(first.seconds),
			secondStartSeconds: round(second),
			secondStartTarget: 5,
			memoryMb: again[2]!.memoryMb,
			baseline: 'start from a clone, in the same run',
			ratio: Math.round((second / first.seconds) * 1000) / 1000,
		}),
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
