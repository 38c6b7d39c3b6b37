import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { samplePdf, samplePng, secret } from '#lib/testing/sample-files.ts';
import { cleanApart } from './clean-apart.ts';

const root = fileURLToPath(new URL('../../../../..', import.meta.url));

test('a PDF is cleaned in a thread as it would be here; a picture is cleaned here', async () => {
	const clean = await cleanApart(await samplePdf(), root);
	expect(clean).toMatchObject({ ok: true, mediaType: 'application/pdf' });
	expect(clean.ok && Buffer.from(clean.bytes).includes(secret)).toBe(false);
	expect(await cleanApart(samplePng(), root)).toMatchObject({ ok: true, mediaType: 'image/png' });
	expect(await cleanApart(await samplePdf(), null)).toMatchObject({ ok: true });
});

test('a file made to tire its reader is given up, and holds nobody meanwhile', async () => {
	const tiring = new TextEncoder().encode(`%PDF-1.5\n${'endstrea'.repeat(1_200_000)}%%EOF`);
	let turns = 0;
	const timer = setInterval(() => turns++, 20);
	expect(await cleanApart(tiring, root, 1500)).toEqual({ ok: false, problem: 'notes.file-broken' });
	clearInterval(timer);
	expect(turns).toBeGreaterThan(20);
});
