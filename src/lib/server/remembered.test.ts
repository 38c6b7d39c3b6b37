import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('an answer is asked once, then again in the background when it is old; a failure changes nothing', async () => {
	let time = 0;
	let asked = 0;
	const answers: (() => Promise<number>)[] = [
		async () => 1,
		async () => 2,
		() => Promise.reject(new Error('away')),
	];
	const read = remembered(() => answers[asked++]!(), { fallback: 0, life: 10, now: () => time });
	expect([await read(), await read(), asked]).toEqual([1, 1, 1]);
	time = 10;
	expect([await read(), await settled(), await read(), asked]).toEqual([1, undefined, 2, 2]);
	time = 20;
	expect([await read(), await read(), asked]).toEqual([2, 2, 3]);
});

test('before any answer, a failure gives the fallback', async () => {
	expect(await remembered(() => Promise.reject(new Error('away')), { fallback: false, life: 10 })()).toBe(
		false,
	);
});
