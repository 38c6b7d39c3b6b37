import { z } from 'zod';
import { serviceFields, structureFields } from './fields.ts';
import {
	type Codes,
	type Condition,
	type DayRule,
	type Rule,
	type RuleObject,
	type Step,
	type Value,
	weekdays,
} from './mapping.ts';

const name = z.string().trim().min(1).max(300);
const names = z.union([name, z.array(name).min(1).max(50)]);
const words = z.string().max(20_000);
const wordsOrList = z.union([words, z.array(words).max(200)]);

const value: z.ZodType<Value> = z.lazy(() =>
	z.union([words, z.number(), z.boolean(), z.null(), z.array(value).max(500), z.record(z.string(), value)]),
);

const rule: z.ZodType<Rule> = z.lazy(() =>
	z.union([name, z.array(rule).min(1).max(100), ruleObject], 'mapping.fault.not-a-rule'),
);
const rules = z.array(rule).min(1).max(100);
const rulesByName = z.record(name, rule);

/** How a source writes each code. */
export const codesSchema: z.ZodType<Codes> = z.record(
	z.string().max(1000),
	z.union([words, z.array(words).max(50), z.null()]),
);

const test = z.strictObject({
	of: rule,
	is: value.exactOptional(),
	in: z.array(value).min(1).max(1000).exactOptional(),
	filled: z.boolean().exactOptional(),
	yes: z.boolean().exactOptional(),
	contains: name.exactOptional(),
	starts: name.exactOptional(),
	least: z.number().exactOptional(),
	most: z.number().exactOptional(),
});

const condition: z.ZodType<Condition> = z.lazy(() =>
	z.union(
		[
			test,
			z.strictObject({ all: z.array(condition).min(1).max(50) }),
			z.strictObject({ any: z.array(condition).min(1).max(50) }),
			z.strictObject({ not: condition }),
		],
		'mapping.fault.not-a-condition',
	),
);

const day: z.ZodType<DayRule> = z.lazy(() =>
	z.union([
		name,
		z.array(day).min(1).max(10),
		z.strictObject({
			column: name.exactOptional(),
			hours: name.exactOptional(),
			from: name.exactOptional(),
			to: name.exactOptional(),
		}),
	]),
);

const step: z.ZodType<Step> = z.union([
	name,
	z.strictObject({
		split: wordsOrList.exactOptional(),
		join: words.exactOptional(),
		table: z.union([name, codesSchema]).exactOptional(),
		unmatched: z.enum(['warn', 'reject', 'keep', 'drop']).exactOptional(),
		otherwise: wordsOrList.exactOptional(),
		date: z
			.enum(['day-first', 'month-first', 'year-first', 'excel', 'seconds', 'milliseconds'])
			.exactOptional(),
		number: words.exactOptional(),
		multiply: z.number().exactOptional(),
		round: z.int().min(0).max(12).exactOptional(),
		truncate: z.int().min(1).max(10_000).exactOptional(),
		pad: z.int().min(1).max(50).exactOptional(),
		prefix: words.exactOptional(),
		suffix: words.exactOptional(),
		before: words.min(1).exactOptional(),
		after: words.min(1).exactOptional(),
		remove: wordsOrList.exactOptional(),
		replace: z
			.array(z.tuple([words.min(1), words]))
			.max(200)
			.exactOptional(),
		without: z.array(words).max(200).exactOptional(),
		take: z.int().min(1).max(1000).exactOptional(),
		element: z.int().min(-1000).max(1000).exactOptional(),
		get: name.exactOptional(),
		boolean: z.array(words).max(50).exactOptional(),
	}),
]);

const ruleObject: z.ZodType<RuleObject> = z.strictObject({
	column: names.exactOptional(),
	from: name.exactOptional(),
	optional: z.boolean().exactOptional(),
	item: z.string().max(300).exactOptional(),
	value: name.exactOptional(),
	constant: value.exactOptional(),
	template: words.exactOptional(),
	with: rulesByName.exactOptional(),
	first: rules.exactOptional(),
	join: rules.exactOptional(),
	separator: words.exactOptional(),
	list: rules.exactOptional(),
	flags: z.record(name, wordsOrList).exactOptional(),
	yes: z.array(words).max(50).exactOptional(),
	week: z.partialRecord(z.enum(weekdays), day).exactOptional(),
	cases: z
		.array(z.strictObject({ when: condition, give: rule }))
		.min(1)
		.max(100)
		.exactOptional(),
	digest: rules.exactOptional(),
	joined: name.exactOptional(),
	each: rule.exactOptional(),
	give: rule.exactOptional(),
	object: rulesByName.exactOptional(),
	needs: z.array(name).max(50).exactOptional(),
	file: z.enum(['date', 'name']).exactOptional(),
	steps: z.array(step).max(50).exactOptional(),
	default: value.exactOptional(),
	empty: z.enum(['warn', 'reject']).exactOptional(),
});

const point = z.strictObject({
	longitude: rule.exactOptional(),
	latitude: rule.exactOptional(),
	pair: rule.exactOptional(),
	order: z.enum(['longitude-first', 'latitude-first']).exactOptional(),
	system: z.enum(['wgs84', 'lambert93']).exactOptional(),
	mend: z.boolean().exactOptional(),
});

const fieldsOf = (known: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.keys(known).map((field) => [field, rule.exactOptional()]));

const structure = z.strictObject({
	...fieldsOf(structureFields),
	when: condition.exactOptional(),
	point: point.exactOptional(),
});
const service = z.strictObject({
	...fieldsOf(serviceFields),
	when: condition.exactOptional(),
	point: point.exactOptional(),
	each: rule.exactOptional(),
	inherit: z.boolean().exactOptional(),
});

const joins = z.record(name, z.strictObject({ key: name, with: rule }));

const part = {
	joins: joins.exactOptional(),
	group: names.exactOptional(),
	keep: condition.exactOptional(),
	because: name.exactOptional(),
	values: rulesByName.exactOptional(),
	structure: structure.exactOptional(),
	services: z.array(service).max(50).exactOptional(),
};

const file = z.strictObject({
	names: z.array(name).min(1).max(20).exactOptional(),
	rows: name.exactOptional(),
	sheet: name.exactOptional(),
	header: z.int().min(1).max(1000).exactOptional(),
	optional: z.boolean().exactOptional(),
});

/** The form of a mapping file; what its rules speak of is checked apart. */
export const mappingFileSchema = z.strictObject({
	version: z.literal(1, 'mapping.fault.version'),
	name,
	about: words.exactOptional(),
	licence: words.exactOptional(),
	source: z.string().regex(/^[a-z\d](?:[a-z\d-]{0,58}[a-z\d])?$/, 'mapping.fault.source'),
	strict: z.boolean().exactOptional(),
	files: z.record(name, file).exactOptional(),
	rows: name.exactOptional(),
	sheet: name.exactOptional(),
	header: z.int().min(1).max(1000).exactOptional(),
	tables: z.record(name, codesSchema).exactOptional(),
	...part,
	parts: z
		.array(z.strictObject({ ...part, file: name.exactOptional() }))
		.min(1)
		.max(20)
		.exactOptional(),
});

export type MappingFile = z.infer<typeof mappingFileSchema>;
