import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '#lib/testing/any-directory.ts';
import { withoutGuard } from '../formats/cell.ts';
import { cleanText } from '../formats/clean-text.ts';
import { parseDataInclusion } from '../formats/data-inclusion.ts';
import { serviceSchema, structureSchema } from '../formats/data-inclusion-schemas.ts';
import type { Organisation } from '../organisation.ts';
import { tellService, tellStructure } from '../publishing/di-answers.ts';
import type { PublishedOrganisation, PublishedService } from '../publishing/entry.ts';
import { redactOrganisation, redactService } from '../publishing/redact.ts';
import type { Service } from '../service.ts';
import { csvLines } from './csv-lines.ts';
import { serviceFeature, structureFeature } from './geojson.ts';

const today = '2026-11-23';

/** What data·inclusion can carry of an entry: without what an installation knows of it, or never publishes. */
const carried = {
	organisation: (given: PublishedOrganisation): Organisation => {
		const {
			id: _i,
			placeId: _p,
			region: _r,
			verifiedOn: _v,
			modifiedAt: _m,
			gone: _g,
			mergedInto: _t,
			...told
		} = redactOrganisation(given);
		const { sameAs: _s, ...own } = told;
		return { ...own, ...unsaid };
	},
	service: (given: PublishedService): Service => {
		const {
			id: _i,
			placeId: _p,
			region: _r,
			verifiedOn: _v,
			modifiedAt: _m,
			gone: _g,
			mergedInto: _t,
			...told
		} = redactService(given);
		const { organisation: _o, zoneNames: _z, ...own } = told;
		return { ...own, ...unsaid };
	},
};
const unsaid = { fictional: false, confidential: false, contactPrivate: false };

/** Texts as whatever was imported once holds them. */
function settled<Entry extends PublishedOrganisation | PublishedService>(entry: Entry): Entry {
	const place = entry.place && withCleanTexts(entry.place);
	return { ...withCleanTexts(entry), place };
}
const withCleanTexts = <Told extends object>(told: Told): Told =>
	Object.fromEntries(
		Object.entries(told).map(([name, value]) => [
			name,
			typeof value === 'string' ? cleanText(value) || null : value,
		]),
	) as Told;
const isLongEnough = ({ name, description }: PublishedOrganisation | PublishedService) =>
	[...(name ?? '')].length >= 3 && (description === null || [...description].length >= 5);

const anyOrganisation = any.anyOrganisation.map(settled).filter(isLongEnough);
const anyService = any.anyService
	.map(settled)
	.filter((told) => told.description !== null && isLongEnough(told));

/** A place of which nothing is left is none. */
const plain = <Entry extends Organisation | Service>(entry: Entry): Entry => ({
	...entry,
	place:
		entry.place && Object.entries(entry.place).some(([name, value]) => name !== 'position' && value !== null)
			? entry.place
			: null,
});

/** A text whose first letter is the quote that guards formulas cannot be told from a guarded one, but in a table. */
const isGuarded = (told: object) => /"'+[=+\-@\t\r＝＋－＠]/.test(JSON.stringify(told));

const read = (values: Record<string, unknown>) => parseDataInclusion({ line: 1, values }, { today });

test('an organisation comes back from JSON as it was', () => {
	fc.assert(
		fc.property(anyOrganisation, (given) => {
			const told = tellStructure(given);
			fc.pre(!isGuarded(told));
			const { organisation, problems } = read(JSON.parse(JSON.stringify(told)));
			expect(problems).toEqual([]);
			expect(organisation).toEqual(plain(carried.organisation(given)));
		}),
		{ numRuns: 300 },
	);
});

test('a service comes back from JSON as it was', () => {
	fc.assert(
		fc.property(anyService, (given) => {
			const told = tellService(given);
			fc.pre(!isGuarded(told));
			const { service, problems } = read(JSON.parse(JSON.stringify(told)));
			expect(problems).toEqual([]);
			expect(service).toEqual(plain(carried.service(given)));
		}),
		{ numRuns: 300 },
	);
});

const throughCsv = (told: Readonly<Record<string, unknown>>, columns: readonly string[]) => {
	const lines: Record<string, string>[] = parse(`${columns.join(',')}\r\n${csvLines(columns, [told])}`, {
		columns: true,
	});
	return read(lines[0] ?? {});
};

test('both come back from CSV as from JSON', () => {
	const columns = {
		structure: Object.keys(structureSchema.shape),
		service: Object.keys(serviceSchema.shape),
	};
	fc.assert(
		fc.property(anyOrganisation, anyService, (organisation, service) => {
			const [structure, one] = [tellStructure(organisation), tellService(service)];
			expect(throughCsv(structure, columns.structure).organisation).toEqual(
				plain(carried.organisation(organisation)),
			);
			expect(throughCsv(one, columns.service).service).toEqual(plain(carried.service(service)));
		}),
		{ numRuns: 300 },
	);
});

test('no cell is a formula', () => {
	const cell = fc.string({ unit: fc.constantFrom(...`=+-@'\t\r＝a1,"`), maxLength: 6 });
	fc.assert(
		fc.property(cell, (given) => {
			const lines: string[][] = parse(csvLines(['a'], [{ a: given }]));
			const written = lines[0]?.[0] ?? '';
			if (!/^-\d/.test(written)) expect(written).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
			expect(withoutGuard(written)).toBe(given);
		}),
	);
});

test('a name that the national schema refuses is made right', () => {
	fc.assert(
		fc.property(
			anyOrganisation,
			anyService,
			fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }),
			(organisation, service, name) => {
				expect(structureSchema.safeParse(tellStructure({ ...organisation, name })).error).toBeUndefined();
				const told = tellService({ ...service, name, description: name.slice(0, 3), siret: 'x' } as never);
				expect(serviceSchema.safeParse(told).error).toBeUndefined();
			},
		),
		{ numRuns: 200 },
	);
});

test('GeoJSON keeps points where they are, and tells the same fields', () => {
	fc.assert(
		fc.property(anyOrganisation, anyService, (organisation, service) => {
			const { geometry, properties } = structureFeature(organisation);
			const { longitude, latitude, ...told } = tellStructure(organisation);
			expect(properties).toEqual({ objet: 'structure', ...told });
			expect(geometry).toEqual(
				longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
			);
			const spots = serviceFeature(service).geometry?.coordinates.flat() ?? [];
			const own = tellService(service);
			const stops = service.confidential
				? []
				: service.stops.flatMap((stop) => [stop.longitude, stop.latitude]);
			expect(spots).toEqual([...(own.longitude === null ? [] : [own.longitude, own.latitude]), ...stops]);
		}),
		{ numRuns: 200 },
	);
});
