import { expect, test } from 'vitest';
import { type SilenceOf, silenceLines, silenceStopped } from './shown-silence.ts';

const at = (text: string) => new Date(`2026-${text}:00Z`);
const referral = (more: Partial<SilenceOf> = {}): SilenceOf => ({
	state: 'sent',
	answerBy: at('12-07T11:00'),
	department: '75',
	silence: [],
	...more,
});
const lines = (more?: Partial<SilenceOf>) =>
	silenceLines(referral(more)).map(({ done, sentence }) => `${done ? '✓' : '·'} ${sentence}`);

test('a referral just sent tells its three dates', () => {
	expect(lines()).toEqual([
		expect.stringMatching(/^· Rappel.*mercredi 25 novembre/),
		expect.stringMatching(/^· .*gestionnaires.*vendredi 27 novembre/),
		expect.stringMatching(/^· .*coordination.*lundi 7 décembre/),
	]);
});

test('what was told is ticked with its own date; a step that was passed over is not promised any more', () => {
	const silence = [{ step: 'managers', at: at('11-30T08:00'), told: 2 }] as const;
	expect(lines({ silence })).toEqual([
		expect.stringMatching(/^✓ .*lundi 30 novembre/),
		expect.stringMatching(/^· .*coordination/),
	]);
});

test('nobody to write to is said, and who to call', () => {
	const silence = [{ step: 'reminder', at: at('11-25T11:00'), told: 0 }] as const;
	expect(lines({ silence })[0]).toMatch(/appel/);
});

test('a stopped silence announces nothing, and says why', () => {
	const silence = [{ step: 'reminder', at: at('11-25T11:00'), told: 1 }] as const;
	expect(lines({ state: 'info-needed', silence })).toHaveLength(1);
	expect(lines({ state: 'accepted' })).toEqual([]);
	expect(silenceStopped('info-needed')).toMatch(/question/);
	expect(silenceStopped('accepted')).toMatch(/répondu/);
	expect(silenceStopped('declined-by-person')).toMatch(/arrêtée/);
	expect(silenceStopped('sent')).toBeUndefined();
});

test('an overseas day is the day there', () => {
	const evening = { answerBy: at('12-08T02:00'), department: '972' };
	expect(lines(evening).at(-1)).toMatch(/lundi 7 décembre/);
});
