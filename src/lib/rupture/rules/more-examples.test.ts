import { expect, test } from 'vitest';
import { instant, Story } from '../testing/story.ts';

/** November 2026: the 1st is a Sunday, Wednesday the 11th a public holiday. */
const opened = '2026-10-28';
const story = () => new Story(opened).going(opened);

/** Each line: an instant, and the level that a specialist expects then. */
function expectLevels(rule: string, told: Story, expected: Readonly<Record<string, string>>): void {
	const seen = Object.fromEntries(Object.keys(expected).map((when) => [when, told.level(when, rule)]));
	expect(seen).toEqual(expected);
}

const refused = (told: Story, referral: string, sent: string, ended: string, to = 'rivage') =>
	told
		.referred(sent, { referral, to })
		.tell(ended, 'referral-moved', { referral, state: 'refused', reason: 'capacity' });

test('R3: the same need refused twice, three times in ninety days; quiet after a yes', () => {
	const told = story();
	refused(told, 'one', '2026-11-02', '2026-11-03');
	refused(told, 'two', '2026-11-05', '2026-11-06', 'bocage');
	refused(told, 'three', '2026-11-12', '2026-11-13', 'terril');
	expectLevels('R3', told, { '2026-11-05': 'quiet', '2026-11-06': 'attention', '2026-11-13': 'rupture' });
	expect(told.alerts('2026-11-14', 'R3').map(({ id, params }) => [id, params.times])).toEqual([
		[`R3:hers/housing:${new Date(instant('2026-11-03')).toISOString()}`, 3],
	]);
	expectLevels('R3', told, { '2027-02-11 09:00': 'rupture', '2027-02-11 10:00': 'quiet' });
	told.referred('2026-11-16', { referral: 'four', to: 'canal' }).tell('2026-11-17', 'referral-moved', {
		...{ referral: 'four', state: 'accepted' },
	});
	expectLevels('R3', told, { '2026-11-18': 'quiet' });
});

test('R3: refusals of other needs, or months apart, are no series', () => {
	const told = story();
	refused(told, 'one', '2026-11-02', '2026-11-03');
	told.referred('2026-11-04', { referral: 'two', need: 'work' });
	told.tell('2026-11-05', 'referral-moved', { referral: 'two', state: 'refused', reason: 'capacity' });
	refused(told, 'three', '2027-03-01', '2027-03-02');
	expectLevels('R3', told, { '2026-11-06': 'quiet', '2027-03-03': 'quiet' });
});

const underWay = () =>
	story()
		.referred('2026-11-02')
		.tell('2026-11-03', 'referral-moved', { referral: 'asked', state: 'accepted' });

test('R5: under way without news for thirty days, sixty; quiet after a word', () => {
	const told = underWay().tell('2026-11-04', 'referral-moved', { referral: 'asked', state: 'in-progress' });
	expectLevels('R5', told, {
		'2026-12-03': 'quiet',
		'2026-12-04 00:00': 'attention',
		'2027-01-03 00:00': 'rupture',
	});
	told.tell('2027-01-04', 'referral-news', { referral: 'asked' });
	expectLevels('R5', told, { '2027-01-05': 'quiet', '2027-02-03': 'attention' });
});

test('R6: a waiting list not reviewed for thirty days, or a fortnight beyond its estimate', () => {
	const wait = { referral: 'asked', state: 'waiting-list', until: '2026-11-20' } as const;
	const told = underWay().tell('2026-11-04', 'referral-moved', wait);
	expectLevels('R6', told, { '2026-12-03 23:00': 'quiet', '2026-12-04 00:00': 'rupture' });
	const later = underWay().tell('2026-11-04', 'referral-moved', { ...wait, until: '2026-12-15' });
	expectLevels('R6', later, { '2026-12-03': 'quiet', '2026-12-05': 'attention', '2026-12-29': 'rupture' });
	later.tell('2026-12-30', 'referral-moved', { referral: 'asked', state: 'in-progress' });
	expectLevels('R6', later, { '2026-12-31': 'quiet' });
});

test('R9: two tries, then three in two ways over ten days; an exchange ends it', () => {
	const told = story();
	for (const [attempt, day, channel] of [
		['one', '2026-11-02', 'phone'],
		['two', '2026-11-05', 'phone'],
		['three', '2026-11-09', 'phone'],
		['four', '2026-11-12', 'letter'],
	] as const)
		told.tell(day, 'attempt', { person: 'nadia', attempt, day, channel });
	expectLevels('R9', told, {
		'2026-11-02': 'quiet',
		'2026-11-05': 'attention',
		'2026-11-09': 'attention',
		'2026-11-12': 'rupture',
	});
	told.tell('2026-11-13', 'contact', { person: 'nadia', day: '2026-11-13', way: 'meeting' });
	expectLevels('R9', told, { '2026-11-14': 'quiet' });
});

const appointment = (told: Story, name: string, day: string, state: 'missed' | 'kept') =>
	told
		.tell(opened, 'appointment-planned', { pathway: 'hers', appointment: name, startsAt: instant(day) })
		.tell(`${day} 18:00`, 'appointment-ended', { appointment: name, state });

test('R10: one missed appointment, two in a row, more than two in a year; being met ends it', () => {
	const told = story();
	appointment(told, 'one', '2026-11-03', 'missed');
	expectLevels('R10', told, { '2026-11-03 17:00': 'quiet', '2026-11-03 18:00': 'attention' });
	appointment(told, 'two', '2026-11-10', 'missed');
	expectLevels('R10', told, { '2026-11-10 18:00': 'rupture' });
	appointment(told, 'three', '2026-11-17', 'kept');
	expectLevels('R10', told, { '2026-11-17 19:00': 'quiet' });
	appointment(told, 'four', '2026-12-01', 'missed');
	expectLevels('R10', told, { '2026-12-02': 'last-call' });
	told.tell('2026-12-03', 'contact', { person: 'nadia', day: '2026-12-03', way: 'phone' });
	expectLevels('R10', told, { '2026-12-04': 'quiet' });
});

test('R11: leaving in a fortnight without a relay, then a week and a month outside without being met', () => {
	const told = story().tell('2026-10-30', 'exit-noted', {
		...{ pathway: 'hers', exit: 'out', what: 'hospital', day: '2026-11-20' },
	});
	expectLevels('R11', told, {
		'2026-11-05': 'quiet',
		'2026-11-06 00:00': 'attention',
		'2026-11-27 00:00': 'rupture',
		'2026-12-20 00:00': 'last-call',
	});
	told.tell('2026-11-10', 'exit-relayed', { exit: 'out' });
	expectLevels('R11', told, { '2026-11-11': 'quiet', '2026-11-26': 'quiet', '2026-11-27': 'rupture' });
	told.tell('2026-11-28', 'contact', { person: 'nadia', day: '2026-11-28', way: 'visit' });
	expectLevels('R11', told, { '2026-11-29': 'quiet' });
});

test('R11: noted late, it is an alert from its noting on; a pause does not stop it', () => {
	const told = story()
		.tell('2026-11-02', 'pathway-moved', { pathway: 'hers', state: 'paused', until: '2026-12-31' })
		.tell('2026-11-18', 'exit-noted', { pathway: 'hers', exit: 'out', what: 'prison', day: '2026-11-20' });
	expect(told.alerts('2026-11-19', 'R11').map(({ since }) => since.getTime())).toEqual([
		instant('2026-11-18'),
	]);
});

test('R12: a relay nobody takes, seven days then fourteen; once accepted the ball is with her', () => {
	const told = story().tell('2026-11-02', 'relay-proposed', {
		...{ pathway: 'hers', relay: 'pass', hat: 'awa', organisation: 'rivage' },
	});
	expectLevels('R12', told, {
		'2026-11-08': 'quiet',
		'2026-11-09 00:00': 'attention',
		'2026-11-16 00:00': 'rupture',
	});
	told.tell('2026-11-17', 'relay-moved', { relay: 'pass', state: 'accepted' });
	expectLevels('R12', told, { '2026-11-30': 'quiet' });
});

test('R12: her worker leaves: a fortnight before, then the eve, until somebody accepts', () => {
	const told = story().tell('2026-11-02', 'departure-told', { hat: 'awa', day: '2026-11-30' });
	expectLevels('R12', told, {
		'2026-11-15': 'quiet',
		'2026-11-16 00:00': 'attention',
		'2026-11-29 00:00': 'rupture',
	});
	told.tell('2026-11-29', 'pathway-led', { pathway: 'hers', hat: 'julien', organisation: 'rivage' });
	expectLevels('R12', told, { '2026-11-30': 'quiet' });
});

test('R13: a paper ends in sixty days, thirty, and no step deals with it', () => {
	const told = story().tell(opened, 'ending-noted', {
		...{ pathway: 'hers', ending: 'permit', what: 'residence-permit', day: '2027-01-15' },
	});
	expectLevels('R13', told, {
		'2026-11-15': 'quiet',
		'2026-11-16 00:00': 'attention',
		'2026-12-16 00:00': 'rupture',
	});
	told.tell('2026-12-17', 'ending-tied', { ending: 'permit' });
	expectLevels('R13', told, { '2026-12-18': 'quiet' });
});

const shared = () =>
	story()
		.tell(opened, 'agreement-given', {
			...{ person: 'nadia', agreement: 'yes', organisation: 'rivage' },
			...{ endsAt: instant('2026-12-31'), forRequest: false },
		})
		.tell(opened, 'step-proposed', {
			...{
				pathway: 'hers',
				step: 'theirs',
				goal: null,
				organisation: 'rivage',
				hat: null,
				dueOn: '2099-01-01',
				byPerson: false,
			},
		});

test('R14: thirty days before an agreement ends, fourteen, seven, while a step depends on it', () => {
	const told = shared();
	expectLevels('R14', told, {
		'2026-11-30': 'quiet',
		'2026-12-01 00:00': 'attention',
		'2026-12-17 00:00': 'rupture',
		'2026-12-24 00:00': 'last-call',
	});
	const renewed = shared().tell('2026-12-20', 'agreement-given', {
		...{ person: 'nadia', agreement: 'again', organisation: 'rivage' },
		...{ endsAt: instant('2027-06-30'), forRequest: false },
	});
	expectLevels('R14', renewed, { '2026-12-21': 'quiet' });
	const asked = shared().tell('2026-12-20', 'agreement-given', {
		...{ person: 'nadia', agreement: 'request', organisation: 'rivage' },
		...{ endsAt: instant('2027-06-30'), forRequest: true },
	});
	expectLevels('R14', asked, { '2026-12-21': 'rupture' });
	told.tell('2026-12-24', 'step-moved', { step: 'theirs', state: 'abandoned' });
	expectLevels('R14', told, { '2026-12-25': 'quiet' });
});

test('R14: the steps of whoever leads depend on no agreement', () => {
	const told = shared().tell('2026-11-02', 'pathway-led', {
		pathway: 'hers',
		hat: 'julien',
		organisation: 'rivage',
	});
	expectLevels('R14', told, { '2026-12-26': 'quiet' });
});

test('R14: withdrawn, it is told at once', () => {
	const told = shared().tell('2026-11-05', 'agreement-revoked', { agreement: 'yes' });
	expectLevels('R14', told, { '2026-11-04': 'quiet', '2026-11-05': 'rupture' });
});

test('R15: back to where it was tried, once, twice; or a third organisation in ninety days', () => {
	const told = story();
	refused(told, 'one', '2026-11-02', '2026-11-03');
	told.referred('2026-11-04', { referral: 'two' });
	expectLevels('R15', told, { '2026-11-03': 'quiet', '2026-11-04': 'attention' });
	told.tell('2026-11-05', 'referral-moved', { referral: 'two', state: 'refused', reason: 'capacity' });
	told.referred('2026-11-06', { referral: 'three' });
	expectLevels('R15', told, { '2026-11-06': 'rupture' });
	told.tell('2026-11-07', 'referral-moved', { referral: 'three', state: 'accepted' });
	expectLevels('R15', told, { '2026-11-08': 'quiet' });
	const round = story();
	for (const [index, to] of ['rivage', 'bocage', 'terril'].entries())
		round.referred(`2026-11-0${index + 2}`, { referral: to, to });
	expectLevels('R15', round, { '2026-11-03': 'quiet', '2026-11-04': 'attention' });
});

test('R17: a need noted, nothing begun for a fortnight, a month; a step proposed to her is a beginning', () => {
	const told = story().tell('2026-11-02', 'goal-set', { pathway: 'hers', goal: 'care', need: 'family' });
	expectLevels('R17', told, {
		'2026-11-15': 'quiet',
		'2026-11-16 00:00': 'attention',
		'2026-12-02 00:00': 'rupture',
	});
	told.tell('2026-12-03', 'step-proposed', {
		...{
			pathway: 'hers',
			step: 'crib',
			goal: 'care',
			organisation: 'lanterne',
			hat: 'awa',
			dueOn: '2027-01-15',
			byPerson: false,
		},
	});
	expectLevels('R17', told, { '2026-12-20': 'quiet' });
});

test('R18: one month after an exit, three, six; news taken are enough, even of a closed pathway', () => {
	const told = story()
		.tell('2026-11-02', 'outcome-noted', {
			pathway: 'hers',
			outcome: 'hired',
			what: 'job',
			day: '2026-11-01',
		})
		.tell('2026-11-03', 'pathway-moved', { pathway: 'hers', state: 'closed' });
	expectLevels('R18', told, {
		'2026-12-01': 'quiet',
		'2026-12-02 00:00': 'attention',
		'2026-12-31 00:00': 'rupture',
		'2027-02-01': 'quiet',
		'2027-02-02': 'attention',
		'2027-05-02': 'attention',
	});
	expect(told.alerts('2027-05-02').map(({ rule, params }) => [rule, params.months])).toEqual([['R18', 6]]);
	told.tell('2027-05-03', 'outcome-checked', { outcome: 'hired', day: '2027-05-03' });
	expectLevels('R18', told, { '2027-12-01': 'quiet' });
});

test('R19: done, says the organisation; not helped, says she: at once, until it is taken up again', () => {
	const told = underWay()
		.tell('2026-11-05', 'referral-moved', { referral: 'asked', state: 'completed' })
		.tell('2026-11-09', 'feedback-given', { referral: 'asked', helped: 'no' });
	expectLevels('R19', told, { '2026-11-08': 'quiet', '2026-11-09': 'rupture' });
	told.referred('2026-11-10', { referral: 'again' });
	expectLevels('R19', told, { '2026-11-11': 'quiet' });
	const partly = underWay()
		.tell('2026-11-05', 'referral-moved', { referral: 'asked', state: 'completed' })
		.tell('2026-11-09', 'feedback-given', { referral: 'asked', helped: 'partly' });
	expectLevels('R19', partly, { '2026-11-10': 'quiet' });
});

test('R20: three months for the young, fifteen for the long out of work', () => {
	const young = story().tell('2026-11-02', 'registered', {
		...{ pathway: 'hers', registration: 'mine', what: 'young', day: '2026-10-15' },
	});
	expectLevels('R20', young, {
		'2027-01-14': 'quiet',
		'2027-01-15 00:00': 'attention',
		'2027-02-15 00:00': 'rupture',
	});
	young.tell('2027-02-16', 'outcome-noted', {
		pathway: 'hers',
		outcome: 'hired',
		what: 'training',
		day: '2027-02-16',
	});
	expectLevels('R20', young, { '2027-02-17': 'quiet' });
	const long = story()
		.tell('2026-11-02', 'registered', {
			pathway: 'hers',
			registration: 'mine',
			what: 'long-term',
			day: '2025-10-15',
		})
		.tell('2026-11-02', 'assessed', { pathway: 'hers' });
	expectLevels('R20', long, { '2027-01-15': 'attention', '2027-04-15 00:00': 'rupture' });
	long.tell('2027-04-16', 'committed', { pathway: 'hers' });
	expectLevels('R20', long, { '2027-04-17': 'quiet' });
});
