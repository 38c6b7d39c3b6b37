import { expect, test } from 'vitest';
import { translate } from '../../texts/translator.ts';
import { refusalFor } from './failures.ts';

test.each([
	[
		'FATAL:  could not write lock file "postmaster.pid": No space left on device',
		'Le disque de /data est plein',
	],
	[
		'PANIC:  could not write to file "pg_wal/xlogtemp.7": Disk quota exceeded',
		'Le disque de /data est plein',
	],
	[
		'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
		'n’est pas accessible en écriture',
	],
	['FATAL:  data directory "/data" has wrong ownership', 'appartient à un autre compte'],
	['FATAL:  could not open directory "pg_wal": Permission denied', 'appartient à un autre compte'],
])('%s', (output, sentence) => {
	const refusal = refusalFor(`LOG:  starting\n${output}\n`, '/data');
	expect(refusal && translate(refusal.reason, refusal.values)).toContain(sentence);
});

test('what PostgreSQL says of everything else is not guessed at', () => {
	expect(refusalFor('FATAL:  could not locate a valid checkpoint record', '/data')).toBeUndefined();
});
