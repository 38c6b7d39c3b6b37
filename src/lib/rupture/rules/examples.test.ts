import { expect, test } from 'vitest';
import { Story } from '../testing/story.ts';

/** November 2026: the 1st is a Sunday, Wednesday the 11th a public holiday. */
const opened = '2026-10-28';
const story = () => new Story(opened).going(opened);

/** Each line: an instant, and the level that a specialist expects then. */
function expectLevels(rule: string, told: Story, expected: Readonly<Record<string, string>>): void {
	const seen = Object.fromEntries(Object.keys(expected).map((when) => [when, told.level(when, rule)]));
	expect(seen).toEqual(expected);
}

test('R1: two business days, four, then ten; quiet once answered', () => {
	const told = story().referred('2026-11-05');
	expectLevels('R1', told, {
		'2026-11-09 09:59': 'quiet',
		'2026-11-09 10:00': 'attention',
		'2026-11-12 09:59': 'attention',
		'2026-11-12 10:00': 'rupture',
		'2026-11-20 10:00': 'last-call',
	});
	told.tell('2026-11-20 12:00', 'referral-moved', { referral: 'asked', state: 'accepted' });
	expectLevels('R1', told, { '2026-11-20 13:00': 'quiet' });
});

test('R1: no clock runs while the target waits for an answer to its question', () => {
	const told = story()
		.referred('2026-11-02')
		.tell('2026-11-03 11:00', 'referral-moved', { referral: 'asked', state: 'info-needed' })
		.tell('2026-11-23', 'referral-moved', { referral: 'asked', state: 'under-review' });
	expectLevels('R1', told, {
		'2026-11-20': 'quiet',
		'2026-11-24 09:59': 'quiet',
		'2026-11-24 10:00': 'attention',
		'2026-11-26 10:00': 'rupture',
	});
});

test('R2: refused without another way, at once then two business days; quiet once carried', () => {
	const told = story()
		.referred('2026-11-02')
		.tell('2026-11-05', 'referral-moved', { referral: 'asked', state: 'refused', reason: 'capacity' });
	expectLevels('R2', told, {
		'2026-11-04': 'quiet',
		'2026-11-05 10:00': 'attention',
		'2026-11-09 09:59': 'attention',
		'2026-11-09 10:00': 'rupture',
	});
	told.referred('2026-11-09 12:00', { referral: 'again', to: 'bocage' });
	expectLevels('R2', told, { '2026-11-09 13:00': 'quiet' });
});

test('R2: a request that waits for her yes stops it; a need met elsewhere never starts it', () => {
	const met = story()
		.referred('2026-11-02')
		.tell('2026-11-05', 'referral-moved', { referral: 'asked', state: 'refused', reason: 'other-solution' });
	expectLevels('R2', met, { '2026-11-12': 'quiet' });
	const hers = story()
		.referred('2026-11-02')
		.tell('2026-11-05', 'referral-moved', { referral: 'asked', state: 'refused', reason: 'capacity' })
		.referred('2026-11-05 11:00', { referral: 'again' });
	hers.facts.pop();
	expectLevels('R2', hers, { '2026-11-05 12:00': 'attention' });
	hers.tell('2026-11-05 12:30', 'referral-moved', { referral: 'again', state: 'awaiting-person' });
	expectLevels('R2', hers, { '2026-11-30': 'quiet' });
});

test('R4: accepted without a first contact, five business days then seven; one then two when urgent', () => {
	const accepted = (urgent: boolean) =>
		story()
			.referred('2026-11-02', { urgent })
			.tell('2026-11-04', 'referral-moved', { referral: 'asked', state: 'accepted' });
	const told = accepted(false);
	expectLevels('R4', told, {
		'2026-11-12 09:59': 'quiet',
		'2026-11-12 10:00': 'attention',
		'2026-11-16 10:00': 'rupture',
	});
	told.tell('2026-11-16 12:00', 'referral-moved', { referral: 'asked', state: 'in-progress' });
	expectLevels('R4', told, { '2026-11-16 13:00': 'quiet' });
	expectLevels('R4', accepted(true), { '2026-11-05': 'attention', '2026-11-06': 'rupture' });
});

test('R7: nothing next, three business days then seven days; an appointment to come is something', () => {
	const told = story().tell('2026-11-05', 'step-moved', { step: 'far', state: 'done' });
	expectLevels('R7', told, {
		'2026-11-10 09:59': 'quiet',
		'2026-11-10 10:00': 'attention',
		'2026-11-12 00:00': 'rupture',
	});
	told.tell('2026-11-12', 'appointment-planned', {
		...{ pathway: 'hers', appointment: 'meet', startsAt: Date.parse('2026-11-20T10:00:00+01:00') },
	});
	expectLevels('R7', told, { '2026-11-13': 'quiet', '2026-11-25 10:00': 'attention' });
});

test('R7: a dated pause stops it until its day', () => {
	const told = story()
		.tell('2026-11-05', 'step-moved', { step: 'far', state: 'done' })
		.tell('2026-11-06', 'pathway-moved', { pathway: 'hers', state: 'paused', until: '2026-11-16' });
	expectLevels('R7', told, { '2026-11-15': 'quiet', '2026-11-18 23:00': 'quiet', '2026-11-19': 'attention' });
	expectLevels('R16', told, { '2026-11-16': 'quiet', '2026-11-17': 'attention', '2026-11-23': 'rupture' });
});

test('R8: thirty days without an exchange, sixty, ninety; fifteen when she is young or isolated', () => {
	const told = story().tell('2026-11-02', 'contact', { person: 'nadia', day: '2026-11-02', way: 'phone' });
	expectLevels('R8', told, {
		'2026-12-01 23:59': 'quiet',
		'2026-12-02 00:00': 'attention',
		'2027-01-01 00:00': 'rupture',
		'2027-01-31 00:00': 'last-call',
	});
	told.tell('2027-02-01', 'contact', { person: 'nadia', day: '2027-02-01', way: 'visit' });
	expectLevels('R8', told, { '2027-02-02': 'quiet' });
	const close = story().tell(opened, 'rhythm-set', { pathway: 'hers', close: true });
	expectLevels('R8', close, { '2026-11-12': 'attention', '2026-11-27': 'rupture' });
	const young = new Story(opened, { birthYear: 2004 }).going(opened);
	expectLevels('R8', young, { '2026-11-11': 'quiet', '2026-11-12': 'attention' });
});

test('R16: the day after a step was due, then a week; nothing while she has not said yes', () => {
	const told = new Story(opened).going(opened, '2026-11-02');
	expectLevels('R16', told, {
		'2026-11-02 23:59': 'quiet',
		'2026-11-03 00:00': 'attention',
		'2026-11-09 00:00': 'rupture',
	});
	told.tell('2026-11-09', 'step-due', { step: 'far', dueOn: '2026-11-30' });
	expectLevels('R16', told, { '2026-11-10': 'quiet' });
	const proposed = new Story(opened).going(opened, '2026-11-02');
	proposed.facts.splice(3, 1);
	expectLevels('R16', proposed, { '2026-11-20': 'quiet' });
});
