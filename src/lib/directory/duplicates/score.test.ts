import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockingKeys } from './blocking-keys.ts';
import { alone, compared, type Entry, type Frequencies } from './compared.ts';
import type { Reason } from './reasons.ts';
import { nearlySureFrom, proposedFrom, scorePair } from './score.ts';

const entry = (more: Partial<Entry> = {}): Entry => ({
	id: 'a',
	kind: 'organisation',
	source: 'dora',
	name: 'Maison Jean Monnet',
	siret: null,
	organisationId: more.id ?? 'a',
	organisationName: null,
	phone: null,
	email: null,
	website: null,
	topics: [],
	address: '12 rue de Paris',
	communeCode: '62498',
	communeName: 'Lens',
	latitude: 50.43,
	longitude: 2.83,
	position: 'given',
	...more,
});
const elsewhere = {
	address: '3 place du Capitole',
	communeCode: '31555',
	communeName: 'Toulouse',
	latitude: 43.6,
	longitude: 1.44,
};
const score = (one: Partial<Entry>, other: Partial<Entry>, frequencies: Frequencies = alone) =>
	scorePair(
		compared(entry(one), frequencies),
		compared(entry({ id: 'b', source: 'soliguide', ...other }), frequencies),
	);
const kinds = (reasons: readonly Reason[]) => reasons.map(({ kind }) => kind);
const meet = (one: Entry, other: Entry) => {
	const keys = new Set(blockingKeys(compared(one, alone)));
	return blockingKeys(compared(other, alone)).some((key) => keys.has(key));
};

describe('what is proposed', () => {
	test('the same name at the same address, whatever the writing', () => {
		const { score: points, reasons } = score(
			{},
			{ name: 'MAISON JEAN-MONNET (association)', address: '12, RUE DE PARIS' },
		);
		expect(points).toBeGreaterThanOrEqual(proposedFrom);
		expect(kinds(reasons)).toEqual(['name', 'address']);
	});

	test('the same SIRET number at the same address, whatever the name', () => {
		const siret = '12345678900012';
		expect(score({ siret }, { siret, name: 'Le Relais du Canal' }).score).toBeGreaterThanOrEqual(
			proposedFrom,
		);
		expect(score({ siret }, { siret }).score).toBeGreaterThanOrEqual(nearlySureFrom);
	});

	test('« France services » told by two networks under one roof', () => {
		const { score: points, reasons } = score(
			{ name: 'France services La Poste de Lens' },
			{ name: 'Maison France Services' },
		);
		expect([points >= proposedFrom, kinds(reasons)]).toEqual([true, expect.arrayContaining(['label'])]);
	});
});

describe('what is left', () => {
	test('one name, two SIRET numbers, far apart', () => {
		const far = { ...elsewhere, siret: '98765432100012' };
		expect(score({ siret: '12345678900012' }, far).score).toBeLessThan(proposedFrom);
	});

	test('two sites of one network that share name, SIRET number, telephone, e-mail and page', () => {
		const shared = {
			siret: '12345678900012',
			phone: '0321000001',
			email: 'contact@reseau.example.org',
			website: 'https://reseau.example.org',
		};
		expect(score(shared, { ...shared, ...elsewhere }).score).toBeLessThan(proposedFrom);
	});

	test('neighbours under one roof with one switchboard, other names', () => {
		const phone = '0321000001';
		expect(score({ phone }, { phone, name: 'Croix-Rouge' }).score).toBeLessThan(proposedFrom);
	});

	test('a bus beside the place of the same name, an annexe, a workshop beside its temporary-work agency', () => {
		const close = score({}, {}).score;
		for (const [one, other] of [
			['Maison Jean Monnet', 'Bus Jean Monnet itinérant'],
			['Emmaüs ACI', 'Emmaüs ETTI'],
			['Jean Monnet 1', 'Jean Monnet 2'],
		] as const)
			expect([other, score({ name: one }, { name: other }).score < close - 15]).toEqual([other, true]);
	});

	test('services of one organisation that only share its door', () => {
		const service = { kind: 'service', organisationId: 'o', phone: '0321000001' } as const;
		expect(
			score({ ...service, name: 'Aide aux démarches' }, { ...service, name: 'Épicerie solidaire' }).score,
		).toBeLessThan(proposedFrom);
	});
});

test('a telephone that a whole network shares says less', () => {
	const phone = '0321000001';
	const points = (sharedBy: number) =>
		score({ phone }, { phone }, { of: () => sharedBy }).reasons.find(({ kind }) => kind === 'phone')!.points;
	expect(points(2)).toBeGreaterThan(points(8));
	expect(points(8)).toBeGreaterThan(points(80));
});

const names = fc.constantFrom(
	'Maison Jean Monnet',
	'CCAS de Lens',
	'Emmaüs ACI',
	'Emmaüs ETTI',
	'France services Lens',
	'Bus numérique 12',
	'Pôle emploi',
	'—',
);
const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const anyEntry = (kind: Entry['kind']): fc.Arbitrary<Entry> =>
	fc.record({
		id: fc.uuid(),
		kind: fc.constant(kind),
		source: fc.constantFrom('dora', 'soliguide'),
		name: fc.oneof(names, fc.string({ minLength: 1, maxLength: 60 })),
		siret: maybe('12345678900012', '12345678900020', '98765432100012'),
		organisationId: fc.constantFrom('o', 'p'),
		organisationName: maybe('Maison Jean Monnet', 'CCAS de Lens'),
		phone: maybe('0321000001', '+33 3 21 00 00 01', '3949'),
		email: maybe('a@exemple.test', 'A@exemple.test'),
		website: maybe('https://www.exemple.test/', 'http://exemple.test'),
		topics: fc.subarray(['sante--acces', 'numerique--acces', 'mobilite--acces']),
		address: maybe('12 rue de Paris', '12, RUE DE PARIS', 'Le bourg'),
		communeCode: maybe('62498', '31555'),
		communeName: maybe('Lens', 'Toulouse'),
		latitude: maybe(50.43, 50.4301, 43.6),
		longitude: maybe(2.83, 1.44),
		position: fc.constantFrom('given', 'commune', 'unknown'),
	});
const anyPair = fc
	.constantFrom('organisation' as const, 'service' as const)
	.chain((kind) => fc.tuple(anyEntry(kind), anyEntry(kind)));

test('from either side the same score and the same reasons, whole, from 0 to 100', () => {
	fc.assert(
		fc.property(anyPair, fc.integer({ min: 1, max: 100 }), (pair, sharedBy) => {
			const [one, other] = pair.map((each) => compared(each, { of: () => sharedBy }));
			const found = scorePair(one!, other!);
			const back = scorePair(other!, one!);
			expect(back.score).toBe(found.score);
			expect(new Set(back.reasons.map((reason) => JSON.stringify(reason)))).toEqual(
				new Set(found.reasons.map((reason) => JSON.stringify(reason))),
			);
			expect(Number.isInteger(found.score) && found.score >= 0 && found.score <= 100).toBe(true);
			expect(scorePair(one!, other!)).toEqual(found);
		}),
		{ numRuns: 500 },
	);
});

test('nothing is more alike than an entry and itself', () => {
	fc.assert(
		fc.property(anyPair, ([a, b]) => {
			const [one, other] = [compared(a, alone), compared({ ...b, source: a.source }, alone)];
			expect(scorePair(one, one).score).toBeGreaterThanOrEqual(scorePair(one, other).score);
		}),
		{ numRuns: 500 },
	);
});

test('entries that share no contact and no town are never compared', () => {
	const here = entry();
	expect(meet(here, entry({ ...elsewhere, id: 'b' }))).toBe(false);
	expect(meet(here, entry({ id: 'b', name: 'Jean Monnet, la maison', latitude: null, address: null }))).toBe(
		true,
	);
	fc.assert(
		fc.property(anyEntry('organisation'), anyEntry('organisation'), (a, b) => {
			const bare = { siret: null, phone: null, email: null, website: null, position: 'unknown' } as const;
			const one = { ...a, ...bare, communeCode: '62498' };
			expect(meet(one, { ...b, ...bare, communeCode: '31555' })).toBe(false);
		}),
	);
});

test('neighbours always meet, on whatever side of a border of the grid', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 42, max: 51, noNaN: true }),
			fc.double({ min: -5, max: 8, noNaN: true }),
			(latitude, longitude) => {
				const bare = { name: 'A', communeCode: null, communeName: null };
				const one = entry({ ...bare, latitude, longitude });
				const other = entry({ ...bare, id: 'b', name: 'B', latitude: latitude + 0.0003, longitude });
				const crossesBand = Math.floor(latitude * 10) !== Math.floor((latitude + 0.0003) * 10);
				expect(crossesBand || meet(one, other)).toBe(true);
			},
		),
		{ numRuns: 300 },
	);
});
