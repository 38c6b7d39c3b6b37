import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const appointment = {
	id: '5f0c7d0e-5b1c-4f1e-9d5b-0b7b7e0f1a11',
	startsAt: new Date('2026-12-01T13:00:00Z'),
	minutes: 45,
	state: 'planned',
	version: 1,
	subjectLine: 'Dossier de surendettement',
	place: 'CSAPA, 3 rue du Port',
};
const now = new Date('2026-11-23T11:00:00Z');

test('a calendar learns when, and nothing of why or where', () => {
	const lines = calendarFile(appointment, now).split('\r\n');
	expect(lines).toEqual(
		expect.arrayContaining([
			'BEGIN:VEVENT',
			'UID:5f0c7d0e-5b1c-4f1e-9d5b-0b7b7e0f1a11',
			'DTSTART:20261201T130000Z',
			'DTEND:20261201T134500Z',
			'DTSTAMP:20261123T110000Z',
			'SUMMARY:Rendez-vous',
			'STATUS:CONFIRMED',
		]),
	);
	expect(lines.join()).not.toMatch(/surendettement|CSAPA|LOCATION|DESCRIPTION/);
});

test('taken again once cancelled, it cancels what was there', () => {
	const file = calendarFile({ ...appointment, state: 'cancelled', version: 3 }, now);
	expect(file).toContain('STATUS:CANCELLED');
	expect(file).toContain('SEQUENCE:2');
});
