import { expect, test } from 'vitest';
import { jsonAnswer } from './json-answer.ts';

const asking = (ifNoneMatch?: string) =>
	new Request('https://exemple.fr', { headers: ifNoneMatch ? { 'if-none-match': ifNoneMatch } : {} });

test('the same body has the same strong ETag; who has it already is sent nothing', async () => {
	const first = jsonAnswer(asking(), { a: 1 }, { maxAge: 60 });
	const etag = first.headers.get('etag')!;
	expect(etag).toMatch(/^"[\w-]{27}"$/);
	expect(await first.json()).toEqual({ a: 1 });
	expect(first.headers.get('access-control-allow-origin')).toBe('*');
	expect(first.headers.get('cache-control')).toBe('public, max-age=60');
	for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
		const again = jsonAnswer(asking(known), { a: 1 }, { maxAge: 60 });
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
	}
	expect(jsonAnswer(asking(etag), { a: 2 }, { maxAge: 60 }).status).toBe(200);
});
