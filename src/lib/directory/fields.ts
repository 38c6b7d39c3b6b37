import { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isReadable } from '#lib/time/opening-hours.ts';
import { isLanguage } from './formats/beyond-rules.ts';
import { networks } from './formats/data-inclusion-networks.ts';
import { isEmail, isLink } from './formats/data-inclusion-rules.ts';
import { closureSchema, offerSchema, resourceSchema, stopSchema } from './nested.ts';
import { employerKinds, type Organisation } from './organisation.ts';
import {
	audiences,
	fees,
	mobilisationModes,
	mobilisers,
	type Service,
	saturations,
	serviceKinds,
	welcomeModes,
	welcomes,
} from './service.ts';
import { topics } from './topic.ts';

const text = (max: number, min = 1) =>
	z.string('fields.missing').trim().min(min, 'fields.too-short').max(max, 'fields.too-long');
const wrong = { error: 'fields.not-in-list' };
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes, wrong);
const someOf = <Code extends z.ZodType<string>>(code: Code) =>
	z.array(code).refine((given) => new Set(given).size === given.length, 'fields.repeats');
const link = () => text(2083).refine(isLink, 'fields.link');
const phone = () => text(60).regex(/^[\d\s+().\-/–a-zà-ÿ:,]*\d[\d\s+().\-/–a-zà-ÿ:,]*$/i, 'fields.phone');
const email = () => text(254).refine(isEmail, 'fields.email');
const hours = () => text(1000).refine(isReadable, 'fields.hours');
const count = (least: number, most: number) =>
	z.int('fields.not-whole').min(least, 'fields.too-small').max(most, 'fields.too-big');
const languages = () => someOf(z.string().refine(isLanguage, 'fields.language'));
const closures = () => z.array(closureSchema).max(50, 'fields.too-many');
const zone = z.string().regex(/^(?:\w{2,3}|\w{5}|\d{9}|france)$/, 'fields.zone');

const organisationSchemas = {
	name: text(300, 3),
	description: text(10_000, 5).nullable(),
	siret: z
		.string()
		.regex(/^\d{14}$/, 'fields.siret')
		.nullable(),
	phone: phone().nullable(),
	email: email().nullable(),
	website: link().nullable(),
	openingHours: hours().nullable(),
	accessibilityUrl: link().nullable(),
	networks: someOf(oneOf(networks as readonly [string, ...string[]])),
	languages: languages(),
	closures: closures(),
	employerKind: oneOf(employerKinds).nullable(),
	offers: z.array(offerSchema).max(200, 'fields.too-many'),
	resources: z.array(resourceSchema).max(200, 'fields.too-many'),
	confidential: z.boolean(),
	contactPrivate: z.boolean(),
} as const satisfies { [Field in keyof Partial<Organisation>]: z.ZodType<Organisation[Field]> };

const serviceSchemas = {
	name: text(300, 3),
	description: text(10_000, 5),
	kind: oneOf(serviceKinds).nullable(),
	topics: someOf(oneOf(topics as readonly [string, ...string[]])),
	fee: oneOf(fees).nullable(),
	feeDetails: text(1000).nullable(),
	audiences: someOf(oneOf(audiences)).refine(
		(given) => !given.includes('everyone') || given.length === 1,
		'fields.everyone-alone',
	),
	audienceDetails: text(1000).nullable(),
	conditions: text(3000).nullable(),
	welcomeModes: someOf(oneOf(welcomeModes)),
	zone: someOf(zone),
	phone: phone().nullable(),
	email: email().nullable(),
	contactName: text(200).nullable(),
	mobilisationLink: link().nullable(),
	mobilisationModes: someOf(oneOf(mobilisationModes)),
	mobilisableBy: someOf(oneOf(mobilisers)),
	mobilisationDetails: text(3000).nullable(),
	weeklyHours: z.number('fields.not-number').min(0, 'fields.too-small').max(168, 'fields.too-big').nullable(),
	weeks: count(1, 520).nullable(),
	openingHours: hours().nullable(),
	capacity: count(0, 100_000).nullable(),
	placesLeft: count(0, 100_000).nullable(),
	saturation: oneOf(saturations).nullable(),
	welcome: oneOf(welcomes).nullable(),
	languages: languages(),
	closures: closures(),
	stops: z.array(stopSchema).max(200, 'fields.too-many'),
	responseDays: count(0, 365).nullable(),
	confidential: z.boolean(),
	contactPrivate: z.boolean(),
} as const satisfies { [Field in keyof Partial<Service>]: z.ZodType<Service[Field]> };

/** The rule of each field that people here may write, by kind of entry; its messages are keys of the texts. */
export const editableFields = { organisation: organisationSchemas, service: serviceSchemas } as const;
export type EntryKind = keyof typeof editableFields;
export type FieldOf<Kind extends EntryKind> = keyof (typeof editableFields)[Kind] & string;
export type AnyField = FieldOf<'organisation'> | FieldOf<'service'>;

/** The fields of a kind, in the order in which a page shows them. */
export const fieldsOf = <Kind extends EntryKind>(kind: Kind): readonly FieldOf<Kind>[] =>
	Object.keys(editableFields[kind]) as FieldOf<Kind>[];

export const isFieldOf = <Kind extends EntryKind>(kind: Kind, name: string): name is FieldOf<Kind> =>
	Object.hasOwn(editableFields[kind], name);

/** What a field is called on a screen. */
export const fieldLabel = (field: AnyField): TextKey => `fields.label.${field}`;

/** The same in the database. */
export const columnOf = (field: string): string =>
	field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
