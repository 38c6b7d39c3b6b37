import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Judged, lookedAtOn, organisationScore, qualityOf } from './quality.ts';
import { audiences, fees, mobilisationModes, mobilisers, welcomeModes } from './service.ts';

const today = '2026-11-23';
const nobody = { phone: null, email: null };
const bare: Judged = {
	description: 'Une aide.',
	topics: [],
	fee: null,
	feeDetails: null,
	audiences: [],
	welcomeModes: [],
	phone: null,
	email: null,
	mobilisationLink: null,
	mobilisationModes: [],
	mobilisableBy: [],
	updatedOn: '2020-01-01',
	verifiedOn: null,
	confidential: false,
	contactPrivate: false,
	place: null,
};
const perfect: Judged = {
	...bare,
	description: 'x'.repeat(500),
	topics: ['famille--garde-denfants'],
	fee: 'free',
	audiences: ['women'],
	welcomeModes: ['on-site'],
	phone: '03 20 00 00 00',
	email: 'accueil@exemple.fr',
	mobilisationModes: ['phone', 'email'],
	mobilisableBy: ['people'],
	updatedOn: today,
	place: { address: '1 rue de la Paix' },
};
const worthOf = (key: string, service: Partial<Judged>, owner: Parameters<typeof qualityOf>[1] = nobody) =>
	qualityOf({ ...bare, ...service }, owner, today).criteria.find((each) => each.key === key)?.worth;

test('a service that tells everything scores 1, one that tells nothing 0', () => {
	expect(qualityOf(perfect, nobody, today).score).toBe(1);
	expect(qualityOf(perfect, nobody, today).criteria).toHaveLength(10);
	expect(qualityOf(bare, nobody, today).score).toBe(0);
});

test.each([
	['address', {}, undefined],
	['address', { welcomeModes: ['on-site'] }, 0],
	['address', { mobilisationModes: ['visit'], place: { address: '1 rue' } }, 1],
	['address', { welcomeModes: ['on-site'], confidential: true }, undefined],
	['ways', { mobilisationModes: ['visit'] }, 0.5],
	['ways', { mobilisableBy: ['people'] }, 0.5],
	['ways', { mobilisationModes: ['visit'], mobilisableBy: ['people'] }, 1],
	['contact', { mobilisationLink: 'https://exemple.fr' }, 1],
	['contact', { contactPrivate: true }, undefined],
	['email', { email: 'a@exemple.fr' }, undefined],
	['email', { mobilisationModes: ['email'] }, 0],
	['phone', { mobilisationModes: ['phone'], phone: '3615' }, 1],
	['fee', { fee: 'paid' }, 0.5],
	['fee', { fee: 'paid', feeDetails: '2 €' }, 1],
	['fee', { fee: 'free' }, 1],
	['description', { description: 'x'.repeat(49) }, 0],
	['description', { description: 'x'.repeat(50) }, 0.5],
	['description', { description: 'x'.repeat(200) }, 1],
	['description', { description: 'x'.repeat(1999) }, 1],
	['description', { description: 'x'.repeat(2000) }, 0.5],
	['recent', { updatedOn: '2026-05-26' }, 1],
	['recent', { updatedOn: '2024-11-23' }, 0],
	['recent', { updatedOn: '2020-01-01', verifiedOn: '2026-11-01' }, 1],
] as const)('%s of %o is worth %s', (key, service, worth) => {
	expect(worthOf(key, service)).toBe(worth);
});

test('recency falls in a line from six months to two years', () => {
	expect(worthOf('recent', { updatedOn: '2025-08-24' })).toBeCloseTo(0.5, 2);
});

test('a service answers at its organisation’s telephone', () => {
	expect(worthOf('phone', { mobilisationModes: ['phone'] }, { phone: '3615', email: null })).toBe(1);
});

const some = <Code extends string>(codes: readonly Code[]) => fc.subarray([...codes]);
const day = fc
	.integer({ min: 0, max: 9000 })
	.map((days) => new Date(Date.UTC(2002, 0, 1 + days)).toISOString().slice(0, 10));
const told = fc.option(fc.string());
const anyService: fc.Arbitrary<Judged> = fc.record({
	description: fc.string({ maxLength: 3000 }),
	topics: fc.array(fc.string()),
	fee: fc.option(fc.constantFrom(...fees)),
	feeDetails: told,
	audiences: some(audiences),
	welcomeModes: some(welcomeModes),
	phone: told,
	email: told,
	mobilisationLink: told,
	mobilisationModes: some(mobilisationModes),
	mobilisableBy: some(mobilisers),
	updatedOn: day,
	verifiedOn: fc.option(day),
	confidential: fc.boolean(),
	contactPrivate: fc.boolean(),
	place: fc.option(fc.record({ address: told })),
});

test('a score is the mean of its criteria, each from 0 to 1', () => {
	fc.assert(
		fc.property(anyService, day, (service, now) => {
			const { score, criteria } = qualityOf(service, nobody, now);
			for (const { worth } of criteria) expect(worth).toSatisfy((value) => value >= 0 && value <= 1);
			expect(score).toBeCloseTo(criteria.reduce((sum, { worth }) => sum + worth, 0) / criteria.length);
		}),
	);
});

test('looking at it again never lowers a score, and time never raises it', () => {
	fc.assert(
		fc.property(anyService, day, fc.integer({ min: 1, max: 2000 }), (service, now, days) => {
			const later = new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
			const { score } = qualityOf(service, nobody, later);
			expect(score).toBeLessThanOrEqual(qualityOf(service, nobody, now).score);
			expect(qualityOf({ ...service, verifiedOn: later }, nobody, later).score).toBeGreaterThanOrEqual(score);
		}),
	);
});

test('an organisation is worth the mean of its services, nothing without any', () => {
	const services = [perfect, bare].map((service) => qualityOf(service, nobody, today));
	expect(organisationScore(services)).toBe(0.5);
	expect(organisationScore([])).toBeUndefined();
});

test('the last look counts, whichever it was', () => {
	expect(lookedAtOn({ updatedOn: '2026-01-01', verifiedOn: null })).toBe('2026-01-01');
	expect(lookedAtOn({ updatedOn: '2026-01-01', verifiedOn: '2025-01-01' })).toBe('2026-01-01');
	expect(lookedAtOn({ updatedOn: '2026-01-01', verifiedOn: '2026-02-01' })).toBe('2026-02-01');
});
