import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FeedEntry, feedFile } from './feed.ts';

const now = new Date('2026-11-23T11:00:00Z');
const origin = 'https://passerelles.test';
const id = '5f0c7d0e-5b1c-4f1e-9d5b-0b7b7e0f1a11';
const appointment = (startsAt: string, minutes = 45): FeedEntry => ({
	kind: 'appointment',
	id,
	pathwayId: id,
	version: 1,
	startsAt: new Date(startsAt),
	minutes,
});
const step = (day: string): FeedEntry => ({ kind: 'step', id, pathwayId: id, version: 1, day });

/** A small reader of RFC 5545, apart from the library that writes: lines unfolded, texts unescaped, components nested. */
function readCalendar(file: string) {
	const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
	const events: Map<string, string>[] = [];
	const open: string[] = [];
	const calendar = new Map<string, string>();
	for (const line of lines.filter(Boolean)) {
		const [, name = '', value = ''] = /^([\w-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
		if (!name) throw new Error(`not a content line: ${line}`);
		if (name === 'BEGIN') {
			open.push(value);
			if (value === 'VEVENT') events.push(new Map());
		} else if (name === 'END') {
			if (open.pop() !== value) throw new Error(`${value} ends what did not begin`);
		} else (open.at(-1) === 'VEVENT' ? events.at(-1)! : calendar).set(name, unescaped(value));
	}
	if (open.length > 0) throw new Error('a component does not end');
	return { calendar, events };
}
const unescaped = (text: string): string =>
	text.replace(/\\([\\;,nN])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char));

const entry = fc.oneof(
	fc.record({
		kind: fc.constant('appointment' as const),
		id: fc.uuid(),
		pathwayId: fc
			.string({ unit: 'binary', minLength: 1, maxLength: 120 })
			.filter((text) => !/[\r\n]/.test(text)),
		version: fc.integer({ min: 1, max: 99 }),
		startsAt: fc
			.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
			.map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000)),
		minutes: fc.integer({ min: 5, max: 1440 }),
	}),
	fc.record({
		kind: fc.constantFrom('step' as const, 'agreement' as const),
		id: fc.uuid(),
		pathwayId: fc.uuid(),
		version: fc.constant(1),
		day: fc
			.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
			.map((at) => at.toISOString().slice(0, 10)),
	}),
);

test('whatever it holds, lines end with CRLF, take 75 octets at most and say the same once unfolded', () => {
	fc.assert(
		fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
			const file = feedFile(entries, origin, now);
			expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			const { events } = readCalendar(file);
			expect(events.map((event) => event.get('UID'))).toEqual(entries.map((each) => each.id));
			expect(events.map((event) => event.get('DESCRIPTION')?.startsWith(`${origin}/parcours/`))).toEqual(
				entries.map(() => true),
			);
			for (const [index, each] of entries.entries())
				expect(events[index]?.get('DESCRIPTION')).toContain(each.pathwayId);
		}),
	);
});

test('a calendar to read again has a time to live and no method', () => {
	const { calendar } = readCalendar(feedFile([step('2026-12-01')], origin, now));
	expect(calendar.get('VERSION')).toBe('2.0');
	expect(calendar.get('X-PUBLISHED-TTL')).toBe('PT1H');
	expect(calendar.has('METHOD')).toBe(false);
});

test('a calendar with nothing planned still holds one component', () => {
	const file = feedFile([], origin, now);
	expect(readCalendar(file).events).toEqual([]);
	expect(file).toMatch(/BEGIN:VTIMEZONE\r\n[\s\S]*END:VTIMEZONE\r\nEND:VCALENDAR$/);
});

test('nothing is told but when, what kind and which sheet', () => {
	const { events } = readCalendar(
		feedFile([appointment('2026-12-01T13:00:00Z'), step('2026-12-02')], origin, now),
	);
	expect([...events[0]!.keys()].toSorted()).toEqual(
		['DESCRIPTION', 'DTEND', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'UID', 'URL'].toSorted(),
	);
	expect(events.map((event) => [event.get('SUMMARY'), event.get('URL')])).toEqual([
		['Rendez-vous', `${origin}/parcours/${id}/rendez-vous`],
		['Étape à voir', `${origin}/parcours/${id}/etapes`],
	]);
});

test('across the change of hour, an appointment keeps its instant and its length', () => {
	// 2026-10-25: at three in the morning in Paris, it is two again.
	const { events } = readCalendar(feedFile([appointment('2026-10-25T00:30:00Z', 120)], origin, now));
	expect([events[0]?.get('DTSTART'), events[0]?.get('DTEND')]).toEqual([
		'20261025T003000Z',
		'20261025T023000Z',
	]);
	const spring = readCalendar(feedFile([appointment('2027-03-28T00:30:00Z', 60)], origin, now));
	expect(spring.events[0]?.get('DTEND')).toBe('20270328T013000Z');
});

test.each(['2026-10-25', '2027-03-28', '2026-12-31', '2028-02-29'])(
	'%s is a whole day, whatever the clock here',
	(day) => {
		const { events } = readCalendar(feedFile([step(day)], origin, now));
		const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
		expect([events[0]?.get('DTSTART'), events[0]?.get('DTEND'), events[0]?.get('TRANSP')]).toEqual([
			day.replaceAll('-', ''),
			next.replaceAll('-', ''),
			'TRANSPARENT',
		]);
	},
);
