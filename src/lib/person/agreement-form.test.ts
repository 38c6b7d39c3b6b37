import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import { instantOf } from '#lib/time/zone.ts';
import { endOf, holds, lastDayOf, leftOf, levels, namedBy } from './agreement.ts';
import { agreementForm } from './agreement-form.ts';

const organisation = '7b2f6f0e-3f0b-4b7e-9a53-0d7f4f8f6b11';
const given = {
	...{ level: '3', organisation, purpose: 'follow-up', proof: 'click', language: 'fr' },
};
const form = agreementForm('2026-11-23');
const problems = (fields: object) =>
	form.safeParse({ ...given, ...fields }).error?.issues.map(({ message }) => message) ?? [];

test('nothing is ticked beforehand: an empty form asks for everything but the end', () => {
	expect(form.safeParse({}).error?.issues.map(({ path }) => path[0])).toEqual([
		'level',
		'organisation',
		'purpose',
		'proof',
		'language',
	]);
});

test('without a date: twelve months, six on a signed paper', () => {
	expect(form.parse(given).until).toBe('2027-11-23');
	expect(form.parse({ ...given, proof: 'signed', until: '' }).until).toBe('2027-05-23');
});

test('an end is to come, and within twelve months', () => {
	expect(problems({ until: '2026-11-22' })).toEqual(['agreements.until-past']);
	expect(problems({ until: '2027-11-24' })).toEqual(['agreements.until-far']);
	expect(problems({ until: '31/12/2026' })).toEqual(['agreements.until-wrong']);
	expect(problems({ until: '2026-11-23' })).toEqual([]);
	expect(problems({ until: '2027-11-23' })).toEqual([]);
});

test('the assessment names its domains; a sensitive subject is one, and apart', () => {
	expect(problems({ level: '4' })).toEqual(['agreements.domains-missing']);
	expect(problems({ level: '4', domains: ['health'] })).toEqual(['agreements.domains-missing']);
	expect(problems({ level: '5' })).toEqual(['agreements.subject-missing']);
	expect(form.parse({ ...given, level: '5', subject: 'health', domains: ['money'] }).domains).toEqual([
		'health',
	]);
	expect(
		form.parse({ ...given, level: '4', subject: 'health', domains: ['money', 'money'] }).domains,
	).toEqual(['money']);
	expect(form.parse({ ...given, subject: 'health', domains: ['money'] }).domains).toEqual([]);
});

test('said aloud, or with help: somebody was there', () => {
	for (const proof of ['oral', 'helper']) expect(problems({ proof })).toEqual(['agreements.witness-missing']);
	expect(problems({ proof: 'oral', witness: 'Sam' })).toEqual([]);
	expect(problems({ proof: 'code' })).toEqual(['agreements.proof-missing']);
});

const someDay = fc
	.integer({ min: 0, max: 4000 })
	.map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

test('it always ends, in twelve months at most, at the end of the day that was said', () => {
	fc.assert(
		fc.property(
			someDay,
			fc.integer({ min: 0, max: 86_399 }),
			fc.integer({ min: 0, max: 365 }),
			(today, second, days) => {
				const startsAt = new Date(
					instantOf(Date.parse(`${today}T00:00:00Z`), 'Europe/Paris').getTime() + second * 1000,
				);
				const latest = addMonths(today, 12);
				const asked = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
				const [until = latest] = [asked, latest].sort();
				const endsAt = endOf(until, startsAt);
				expect(endsAt > startsAt).toBe(true);
				expect(endsAt.getTime() - startsAt.getTime()).toBeLessThanOrEqual(366 * 86_400_000);
				expect(lastDayOf(endsAt)).toBe(until);
				const agreement = { level: 1, domains: [], startsAt, endsAt, revokedAt: null } as const;
				expect(holds(agreement, endsAt)).toBe(false);
				expect(holds(agreement, new Date(endsAt.getTime() - 1))).toBe(true);
			},
		),
	);
});

test('a part is strictly less, never nothing, and never touches a sensitive subject', () => {
	const some = fc.constantFrom(...levels).chain((level) =>
		fc.record({
			level: fc.constant(level),
			domains:
				level < 4
					? fc.constant<string[]>([])
					: fc.subarray([...namedBy(level)], { minLength: 1, ...(level === 5 && { maxLength: 1 }) }),
			without: fc.subarray([...namedBy(4), 'health']),
		}),
	);
	fc.assert(
		fc.property(some, ({ level, domains, without }) => {
			const left = leftOf({ level, domains }, { without });
			if (left === null) return;
			expect(left.level).toBe(level);
			expect(left.domains.length).toBeGreaterThan(0);
			expect(left.domains.length).toBeLessThan(domains.length);
			expect(left.domains.every((name) => domains.includes(name) && !without.includes(name))).toBe(true);
		}),
	);
	for (const level of levels)
		for (const onlyLevel of levels)
			expect(leftOf({ level, domains: [] }, { onlyLevel }) !== null).toBe(level < 5 && onlyLevel < level);
});
