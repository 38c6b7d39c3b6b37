import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOrganisation, anyService } from '#lib/testing/any-directory.ts';
import { hsdsSchemas } from '#lib/testing/hsds-schemas.ts';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { noon } from '#lib/testing/world.ts';
import type { Organisation, Place } from '../organisation.ts';
import { redactOrganisation, redactService } from '../publishing/redact.ts';
import type { Service } from '../service.ts';
import { isLink } from './data-inclusion-rules.ts';
import { toOrganization } from './hsds-organization.ts';
import { parseHsds } from './hsds-read.ts';
import { toService } from './hsds-service.ts';
import type { ParsedRow } from './row.ts';

const context = { source: 'hsds', today: '2026-11-23' };
const id = (rank: number) => `3a19ff88-4620-4d17-9830-${String(rank).padStart(12, '0')}`;

const parse = (value: object): ParsedRow[] =>
	parseHsds({ line: 1, values: JSON.parse(JSON.stringify(value)) }, context);

/** The objects of a document: those of a page, or itself. */
function parseFile(folder: string, file: string): ParsedRow[] {
	const told = JSON.parse(readFileSync(sharedData(`hsds-mocks/${folder}/${file}`), 'utf8'));
	return (told.contents ?? [told]).flatMap(parse);
}

const problemsOf = (rows: readonly ParsedRow[]) => rows.flatMap(({ problems }) => problems);

testOnSharedData('6: every mock that is right enters', () => {
	for (const folder of ['V3.0-UK-Default', 'V3.0-UK-Test'])
		for (const file of readdirSync(sharedData(`hsds-mocks/${folder}`))) {
			const rows = parseFile(folder, file);
			expect(problemsOf(rows), `${folder}/${file}`).toEqual([]);
			const tells = /^(?:service|organi)/.test(file);
			expect(
				rows.some(({ service, organisation }) => service ?? organisation),
				file,
			).toBe(tells);
		}
	expect(parseFile('V3.0-UK-Test', 'service_list.json')).toHaveLength(128);
});

testOnSharedData('6: the mocks that are wrong are left out, and no other, each with its reasons', () => {
	const wrong = Object.fromEntries(
		readdirSync(sharedData('hsds-mocks/V3.0-UK-Fail')).flatMap((file) => {
			const problems = problemsOf(parseFile('V3.0-UK-Fail', file));
			return problems.length > 0 ? [[file, problems.map(({ field, problem }) => [field, problem])]] : [];
		}),
	);
	const [missing, notEmail] = [
		'Cette information manque : HSDS la demande.',
		'Ce n’est pas une adresse électronique.',
	];
	const notUri = 'Ce n’est pas une adresse complète, comme https://exemple.fr.';
	expect(Object.keys(wrong)).toEqual([
		'api_details.json',
		'service_full.json',
		'service_list.json',
		'taxonomy_term.json',
	]);
	expect(wrong['api_details.json']).toEqual([
		['profile', missing],
		['openapi_url', notUri],
	]);
	expect(wrong['service_full.json']).toContainEqual(['email', notEmail]);
	const ofNamesAndEmails = wrong['service_list.json']?.filter(
		([field]) => field === 'name' || field === 'email',
	);
	expect(ofNamesAndEmails).toHaveLength(8);
	expect(wrong['service_list.json']).toContainEqual(['name', missing]);
	expect(wrong['taxonomy_term.json']).toContainEqual(['description', missing]);
});

testOnSharedData('6: what is said of a wrong service is what the published schema says', () => {
	const validate = hsdsSchemas();
	const { contents } = JSON.parse(
		readFileSync(sharedData('hsds-mocks/V3.0-UK-Fail/service_list.json'), 'utf8'),
	);
	for (const service of contents) {
		const faults = validate('service', service).map(({ instancePath, params }) =>
			'missingProperty' in params ? params.missingProperty : instancePath.slice(1),
		);
		expect(
			problemsOf(parse(service))
				.map(({ field }) => field)
				.toSorted(),
		).toEqual(faults.toSorted());
	}
});

testOnSharedData('the examples of the specification enter', () => {
	const folder = sharedData('hsds-3.1/examples/');
	for (const file of [
		'organization_full',
		'service_at_location_full',
		'service_full',
		'taxonomy',
		'taxonomy_term',
	]) {
		const rows = parse(JSON.parse(readFileSync(`${folder}${file}.json`, 'utf8')));
		expect(problemsOf(rows), file).toEqual([]);
	}
});

const link = (url: string | null) => (url !== null && isLink(url) ? url : null);
const place = (told: Place | null) => {
	const { position: _, ...values } = told ?? { position: '' };
	return Object.values(values).some((value) => value !== null) ? told : null;
};

/** What HSDS carries of an entry: the rest is listed in docs/reference/hsds.md. */
const carriedOf = (told: Organisation): Organisation => {
	const {
		id: _i,
		placeId: _p,
		region: _r,
		verifiedOn: _v,
		modifiedAt: _m,
		gone: _g,
		mergedInto: _e,
		sameAs: _s,
		...own
	} = {
		...{ id: 0, placeId: 0, region: 0, verifiedOn: 0, modifiedAt: 0, gone: 0, mergedInto: 0, sameAs: 0 },
		...redactOrganisation(told),
	};
	return {
		...own,
		link: link(own.link),
		website: link(own.website),
		place: place(own.place),
		contactPrivate: false,
	};
};

const carriedOfService = (told: Service): Service => {
	const given = { ...redactService(told) };
	for (const name of [
		'id',
		'placeId',
		'region',
		'verifiedOn',
		'modifiedAt',
		'gone',
		'mergedInto',
		'organisation',
		'zoneNames',
	])
		Reflect.deleteProperty(given, name);
	return {
		...given,
		link: link(given.link),
		mobilisationLink: link(given.mobilisationLink),
		place: place(given.place),
		contactPrivate: false,
	};
};

test('what is told as HSDS and read again is the same, for all that the format carries', () => {
	fc.assert(
		fc.property(anyService, anyOrganisation, (any, other) => {
			const organisation = { ...any.organisation, gone: false };
			const [row, ...more] = parse(toService({ ...any, organisation, gone: false }, noon));
			expect([row?.problems, more]).toEqual([[], []]);
			expect(row?.organisation).toEqual(carriedOf(organisation));
			expect(row?.service).toEqual(carriedOfService({ ...any, closures: any.closures }));
			const [alone] = parse(toOrganization({ ...other, gone: false }));
			expect(alone?.organisation).toEqual(carriedOf(other));
		}),
	);
});

test('what is gone comes back as gone, under the same name', () => {
	const [service] = fc.sample(anyService, 1);
	expect(parse(toService({ ...service!, gone: true }, noon))).toMatchObject([
		{ service: null, gone: [{ kind: 'service', source: 'dora', sourceId: service!.sourceId }] },
	]);
	expect(parse(toOrganization({ ...service!.organisation, gone: true }))).toMatchObject([
		{ organisation: null, gone: [{ kind: 'organisation', sourceId: service!.organisation.sourceId }] },
	]);
});

test('a service told by others: hours from its rules, price from its options, ages in words, one entry a place', () => {
	const where = (rank: number) => ({
		id: id(rank),
		location: { id: id(rank + 100), location_type: 'physical', name: 'Salle', latitude: 50, longitude: rank },
	});
	const rows = parse({
		id: id(1),
		name: 'Atelier',
		status: 'temporarily closed',
		alert: 'Travaux',
		last_modified: '2026-11-01T10:00:00Z',
		minimum_age: 16,
		description: null,
		organization: { id: id(2), name: 'Maison', description: '' },
		schedules: [
			{ id: id(3), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00:00', closes_at: '12:00:00' },
			{ id: id(4), freq: 'WEEKLY', byday: 'MO', opens_at: '14:00:00', closes_at: '17:00:00' },
			{ id: id(5), freq: 'MONTHLY', valid_to: '2020-01-01' },
		],
		cost_options: [{ id: id(6), amount: 12, amount_description: 'par mois' }],
		service_at_locations: [where(7), where(8)],
	});
	expect(rows.map(({ service }) => [service?.sourceId, service?.place?.longitude])).toEqual([
		[`hsds--${id(1)}`, 7],
		[`hsds--${id(1)}--${id(8)}`, 8],
	]);
	expect(rows[0]?.service).toMatchObject({
		organisationSourceId: `hsds--${id(2)}`,
		description: 'Atelier',
		audienceDetails: 'À partir de 16 ans.',
		fee: 'paid',
		feeDetails: 'par mois',
		openingHours: 'Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00',
		closures: [{ from: '2026-11-01', to: null, reason: 'Travaux' }],
	});
});

test('a service that nobody is said to offer gets an organisation of its name', () => {
	const [row] = parse({ id: id(1), name: 'Atelier', status: 'active' });
	expect(row?.organisation).toMatchObject({ name: 'Atelier', sourceId: `hsds--${id(1)}` });
	expect(row?.warnings).toHaveLength(1);
	const [served] = parse({ id: id(1), name: 'Atelier', status: 'active', organization_id: id(2) });
	expect(served?.service?.organisationSourceId).toBe(`hsds--${id(2)}`);
});

test.each([
	[{ id: 'x', name: 'Atelier', status: 'active' }, 'id'],
	[{ id: id(1), name: ' ', status: 'active' }, 'name'],
	[{ id: id(1), name: 'a'.repeat(301), status: 'active' }, 'name'],
	[{ id: id(1), name: 'Atelier', status: 'open' }, 'status'],
	[
		{ id: id(1), name: 'A', status: 'active', organization: { id: id(2), name: '', description: '' } },
		'organization.name',
	],
])('%j is left out for its %s', (value, field) => {
	const [row] = parse(value);
	expect(row).toMatchObject({ service: null, organisation: null, about: [{ kind: 'service' }] });
	expect(row?.problems.map((problem) => problem.field)).toEqual([field]);
});

test('what is attached and wrong is left out with a warning; the entry enters', () => {
	const phones = [{ id: id(2) }, { id: id(3), number: '3949' }];
	const [row] = parse({ id: id(1), name: 'A', status: 'active', organization_id: id(4), phones });
	expect(row?.service?.phone).toBe('3949');
	expect(row?.warnings).toMatchObject([{ field: 'phones.0.number' }]);
});
