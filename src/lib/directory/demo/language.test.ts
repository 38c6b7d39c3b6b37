import { describe, expect, test } from 'vitest';
import { realCommunes } from '../../testing/real-communes.ts';
import { topics } from '../topic.ts';
import { organisationKinds } from './organisation-kind.ts';
import { demoRegion } from './region.ts';
import { banks, offersBy } from './topic-banks.ts';
import { twinCount } from './twins.ts';

const today = '2026-11-23';
const regions = [1, 2, 3].map((seed) => demoRegion({ seed, today, communes: realCommunes() }));
const organisations = regions.flatMap((region) => region.organisations);
const services = regions.flatMap((region) => region.services);

const sentences = [
	...organisations.flatMap((each) => [
		each.name,
		each.description,
		each.place?.address,
		each.place?.addressMore,
	]),
	...services.flatMap((each) => [
		each.name,
		each.description,
		each.conditions,
		each.feeDetails,
		each.audienceDetails,
		each.mobilisationDetails,
	]),
].filter((text) => typeof text === 'string');

/** What no sentence may hold, and why. */
const faults: readonly (readonly [string, RegExp])[] = [
	[
		'a missed elision',
		/(^|[ ’])(de|le|la|que|se|ne|je|me|te|jusque|lorsque|puisque) (?!(onze|huit|oui|y(?!v)|Y)\b)[aàâeéèêiîoôuœæAÀÂEÉÈÊIÎOÔUŒ]/,
	],
	['a missed contraction', /(^| )(de|à) les? [A-ZÀ-Ý]|(^| )de le |(^| )à le[s]? (?!\p{L}+(er|ir|re)\b)/u],
	['a double space', / {2}|\u00a0 | \u00a0/],
	['a straight apostrophe', /'/],
	['a space before a comma or a full stop', / [,.]/],
	['a breaking space before a high sign', / [:;?!€%»]/],
	['a missing space before a high sign', /[^\s\u00a0][?!;]/],
	['two full stops', /\.\./],
	['an unfilled mark', /[{}]|\b(undefined|null|NaN)\b/],
	['a word of the house’s black list', /usager|bénéficiaire|dispositif|public cible/i],
	[
		'a real brand or body',
		/(?<!\p{L})(emma[uü]s|restos|croix[- ]rouge|caf|france travail|pôle emploi|secours|cidff|adie|wimoov|simplon|cimade|unaf|udaf|france services?|action logement|doctolib|la poste|google|facebook|whatsapp)(?!\p{L})/iu,
	],
];

describe('the French of the demo region', () => {
	test.each(faults)('never holds %s', (_, fault) => {
		expect([...new Set(sentences.filter((text) => fault.test(text)))].slice(0, 5)).toEqual([]);
	});

	test('begins each sentence with a capital and ends it with a stop', () => {
		for (const text of [...services, ...organisations].flatMap((each) => each.description ?? [])) {
			expect(text).toMatch(/^[A-ZÀ-ÝŒ]/);
			expect(text).toMatch(/[.?!]$/);
			expect(text).not.toMatch(/[.?!] [a-zà-ÿ]/);
		}
	});

	test('keeps within what data·inclusion accepts, and reads at a glance', () => {
		for (const { name } of [...services, ...organisations]) {
			expect(name.length).toBeGreaterThanOrEqual(3);
			expect(name.length).toBeLessThanOrEqual(100);
			expect(name).not.toMatch(/\.$/);
		}
		for (const { description } of services) {
			expect(description.length).toBeGreaterThanOrEqual(60);
			expect(description.length).toBeLessThanOrEqual(600);
		}
	});

	test('never says the same twice in one region, but for those told twice on purpose', () => {
		for (const region of regions) {
			const own = region.organisations.slice(0, -twinCount);
			const given = region.services.slice(0, -twinCount);
			expect(new Set(own.map(({ name }) => name)).size).toBe(400 - twinCount);
			expect(new Set(given.map(({ description }) => description)).size).toBe(1200 - twinCount);
			const titles = given.map(({ organisationSourceId, name }) => `${organisationSourceId} ${name}`);
			expect(new Set(titles).size).toBe(1200 - twinCount);
		}
	});

	test.each([
		'colis alimentaire',
		'permis',
		'RSA',
		'CV',
		'garde',
		'impayé',
		'ordinateur',
		'français',
		'domiciliation',
		'MDPH',
		'violences',
		'vélo',
		'hébergement',
		'crèche',
		'surendettement',
		'titre de séjour',
		'mutuelle',
		'entretien d’embauche',
	])('can be found by « %s »', (words) => {
		for (const { services } of regions) {
			expect(
				services.some(({ name, description }) =>
					`${name} ${description}`.toLowerCase().includes(words.toLowerCase()),
				),
			).toBe(true);
		}
	});
});

describe('the banks', () => {
	test('cover each topic once, and give work to every kind of organisation', () => {
		expect(banks.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
		for (const kind of organisationKinds) expect([kind, offersBy(kind).length > 0]).toEqual([kind, true]);
	});

	test('pair names and sentences by rank where they say so', () => {
		for (const offer of banks.flatMap(({ offers }) => offers)) {
			if (offer.paired)
				expect([offer.names[0], offer.what.length]).toEqual([offer.names[0], offer.names.length]);
		}
	});

	test('keep sentences short enough to be read aloud', () => {
		for (const text of banks.flatMap(({ offers }) => offers).flatMap(({ what, how }) => [...what, ...how])) {
			for (const sentence of text.split(/(?<=[.?!]) /)) {
				expect([sentence, sentence.split(/\s+/).length <= 21]).toEqual([sentence, true]);
			}
		}
	});
});
