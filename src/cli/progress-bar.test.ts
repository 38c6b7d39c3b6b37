import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countLines, progressBar } from './progress-bar.ts';

test('a bar fills from nothing to all', () => {
	expect(progressBar(0, 100)).toBe(`${'░'.repeat(24)} 0 % `);
	expect(progressBar(50, 100)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 50 % `);
	expect(progressBar(100, 100)).toBe(`${'█'.repeat(24)} 100 % `);
});

test('an end that is not known shows no bar', () => {
	expect(progressBar(3, 0)).toBe('');
	expect(progressBar(3, 1)).toBe('');
	expect(progressBar(30, 20)).toBe('');
});

test('lines are counted without the header; a missing file counts for nothing', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'passerelles-lines-'));
	writeFileSync(join(folder, 'a.csv'), 'id\n1\n2\n3\n');
	expect(await countLines([join(folder, 'a.csv')])).toBe(3);
	expect(await countLines([join(folder, 'absent.csv')])).toBe(0);
	rmSync(folder, { recursive: true });
});
