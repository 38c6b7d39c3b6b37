import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from './main.ts';

afterEach(() => vi.restoreAllMocks());

/** What is written on the error output, and the exit code. */
async function complaint(...argv: string[]): Promise<{ code: number; said: string }> {
	let said = '';
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
		said += String(text);
		return true;
	});
	return { code: await main(argv), said };
}

test('an unknown command says where help is, and the one probably meant', async () => {
	expect(await complaint('chercher')).toEqual({
		code: 2,
		said: 'La commande « chercher » n’existe pas.\nÉcrivez : passerelles --help\n',
	});
	expect((await complaint('serach')).said).toContain('Vouliez-vous dire « search » ?');
	expect((await complaint('constructor')).code).toBe(2);
});

test('an unknown option is said in French, with how to write the command', async () => {
	const { code, said } = await complaint('search', 'aide', '--nera', 'Lens');
	expect(code).toBe(2);
	expect(said).toBe(
		'L’option --nera n’existe pas. Vouliez-vous dire --near ?\nÉcrivez : passerelles search MOTS [--near COMMUNE|lat,lon]\n',
	);
	expect((await complaint('account', 'constructor', 'a@b.fr')).code).toBe(2);
	expect((await complaint('account', 'suspendre', 'a@b.fr')).said).toContain(
		'Vouliez-vous dire « suspend » ?',
	);
});

test.each([['--help'], ['search', '--help'], ['import', '--help']])(
	'a pipe that closes at once ends %s quietly',
	async (...argv) => {
		const child = spawn(process.execPath, ['bin/passerelles', ...argv], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		child.stdout.destroy();
		let errors = '';
		child.stderr.on('data', (chunk) => {
			errors += String(chunk);
		});
		const [code] = await once(child, 'close');
		expect({ code, errors }).toEqual({ code: 0, errors: '' });
	},
);
