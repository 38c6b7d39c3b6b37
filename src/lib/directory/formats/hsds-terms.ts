import { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isEmail } from './data-inclusion-rules.ts';
import { isUri } from './hsds-uri.ts';

// The vocabulary of HSDS 3.1, object by object: long because HSDS is, and told in one place as in its own reference.

/** What is told of a value that is not there, or of another kind. */
const orMissing = (wrong: TextKey) => ({
	error: ({ input }: { input?: unknown }) => (input === undefined ? 'api.hsds.missing' : wrong),
});

export const text = () => z.string(orMissing('api.hsds.not-text'));
export const number = () => z.number(orMissing('api.hsds.not-number'));
export const yesOrNo = () => z.boolean(orMissing('api.hsds.not-yes-or-no'));
export const id = () => text().check(z.guid('api.hsds.not-uuid'));
export const email = () => text().refine(isEmail, 'api.hsds.not-email').meta({ format: 'email' });
export const uri = () => text().refine(isUri, 'api.hsds.not-uri').meta({ format: 'uri' });
export const instant = () => text().check(z.iso.datetime({ error: 'api.hsds.not-instant', offset: true }));
export const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
	z.enum(codes, orMissing('api.hsds.not-in-list'));
export const list = <Item extends z.ZodType>(item: Item) => z.array(item, orMissing('api.hsds.not-list'));
export const thing = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
	z.object(shape, orMissing('api.hsds.not-object'));

export const taxonomy = {
	id: id(),
	name: text(),
	description: text(),
	uri: uri().optional(),
	version: text().optional(),
};

export const taxonomyTerm = {
	id: id(),
	code: text().optional(),
	name: text(),
	description: text(),
	parent_id: id().optional(),
	taxonomy: text().optional(),
	taxonomy_detail: thing(taxonomy).optional(),
	language: text().optional(),
	taxonomy_id: id().optional(),
	term_uri: uri().optional(),
};

export const metadata = {
	id: id(),
	resource_id: id().optional(),
	resource_type: text().optional(),
	last_action_date: text(),
	last_action_type: text(),
	field_name: text(),
	previous_value: text(),
	replacement_value: text(),
	updated_by: text(),
};

export const attribute = {
	id: id(),
	link_id: id().optional(),
	taxonomy_term_id: id().optional(),
	link_type: text().optional(),
	link_entity: text().optional(),
	value: text().optional(),
	taxonomy_term: thing(taxonomyTerm).optional(),
	label: text().optional(),
};

export const language = {
	id: id(),
	name: text().optional(),
	code: text().optional(),
	note: text().optional(),
};

export const phone = {
	id: id(),
	number: text(),
	extension: number().optional(),
	type: text().optional(),
	description: text().optional(),
};

export const link = { id: id(), label: text().optional(), url: uri() };

export const contact = {
	id: id(),
	name: text().optional(),
	title: text().optional(),
	department: text().optional(),
	email: email().optional(),
	phones: list(thing(phone)).optional(),
};

const locationTypes = ['physical', 'postal', 'virtual'] as const;

export const address = {
	id: id(),
	attention: text().optional(),
	address_1: text(),
	address_2: text().optional(),
	city: text(),
	region: text().optional(),
	state_province: text(),
	postal_code: text(),
	country: text(),
	address_type: oneOf(locationTypes),
};

export const accessibility = {
	id: id(),
	description: text().optional(),
	details: text().optional(),
	url: uri().optional(),
};

export const schedule = {
	id: id(),
	valid_from: text().optional(),
	valid_to: text().optional(),
	dtstart: text().optional(),
	timezone: number().optional(),
	until: text().optional(),
	count: number().optional(),
	wkst: oneOf(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']).optional(),
	freq: oneOf(['WEEKLY', 'MONTHLY']).optional(),
	interval: number().optional(),
	byday: text().optional(),
	byweekno: text().optional(),
	bymonthday: text().optional(),
	byyearday: text().optional(),
	description: text().optional(),
	opens_at: text().optional(),
	closes_at: text().optional(),
	schedule_link: uri().optional(),
	attending_type: text().optional(),
	notes: text().optional(),
};

export const location = {
	id: id(),
	location_type: oneOf(locationTypes),
	url: uri().optional(),
	name: text().optional(),
	alternate_name: text().optional(),
	description: text().optional(),
	transportation: text().optional(),
	latitude: number().optional(),
	longitude: number().optional(),
	external_identifier: text().optional(),
	external_identifier_type: text().optional(),
	languages: list(thing(language)).optional(),
	addresses: list(thing(address)).optional(),
	phones: list(thing(phone)).optional(),
	accessibility: list(thing(accessibility)).optional(),
	schedules: list(thing(schedule)).optional(),
};

export const serviceArea = {
	id: id(),
	name: text().optional(),
	description: text().optional(),
	extent: text().optional(),
	extent_type: text().optional(),
	uri: uri().optional(),
};

export const costOption = {
	id: id(),
	valid_from: text().optional(),
	valid_to: text().optional(),
	option: text().optional(),
	currency: text().optional(),
	amount: number().optional(),
	amount_description: text().optional(),
};

export const unit = {
	id: id(),
	name: text(),
	scheme: text().optional(),
	identifier: text().optional(),
	uri: uri().optional(),
};

export const capacity = {
	id: id(),
	unit: thing(unit),
	available: number(),
	maximum: number().optional(),
	description: text().optional(),
	updated: instant(),
};

export const organizationIdentifier = {
	id: id(),
	identifier_scheme: text().optional(),
	identifier_type: text(),
	identifier: text(),
};

export const requiredDocument = { id: id(), document: text().optional(), uri: uri().optional() };
