import { execFile } from 'node:child_process';
import type { Account } from './account.ts';

/** PostgreSQL's own programs see nothing of our environment. */
export const programEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/**
 * Runs a program to its end as `account`, from a folder open to all; gives back all that it wrote.
 * @throws Error with the same output when its exit code is not 0.
 */
export function run(program: string, options: string[], account: Account, input = ''): Promise<string> {
	return new Promise((resolve, reject) => {
		const settings = { ...account, cwd: '/', env: programEnvironment };
		const child = execFile(program, options, settings, (error, stdout, stderr) => {
			const output = `${stdout}${stderr}`;
			if (error) reject(new Error(output.trim() || error.message, { cause: error }));
			else resolve(output);
		});
		child.stdin?.on('error', () => {}); // a program that ends early does not read its input
		child.stdin?.end(input);
	});
}
