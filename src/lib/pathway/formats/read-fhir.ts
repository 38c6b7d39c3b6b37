import * as z from 'zod';

// What is read of a resource that comes from outside; the rest is kept as it came, and not looked at.

const text = z.string().min(1).max(5000);
const reference = z.looseObject({ reference: text.optional(), display: text.optional() });
const coding = z.looseObject({ system: text.optional(), code: text.optional(), display: text.optional() });
const concept = z.looseObject({ coding: z.array(coding).optional(), text: text.optional() });
const identifier = z.looseObject({ system: text.optional(), value: text.optional() });
const id = z
	.string()
	.regex(/^[A-Za-z0-9\-.]{1,200}$/)
	.optional();

export const ReceivedTask = z.looseObject({
	resourceType: z.literal('Task'),
	id,
	identifier: z.array(identifier).default([]),
	status: z.string(),
	statusReason: concept.optional(),
	businessStatus: concept.optional(),
	intent: z.string(),
	priority: z.string().optional(),
	code: concept.optional(),
	description: text.optional(),
	focus: reference.optional(),
	for: reference.optional(),
	authoredOn: text.optional(),
	requester: reference.optional(),
	owner: reference.optional(),
	partOf: z.array(reference).default([]),
	output: z
		.array(
			z.looseObject({
				valueString: text.optional(),
				valueMarkdown: text.optional(),
				valueReference: reference.optional(),
			}),
		)
		.default([]),
	contained: z.array(z.looseObject({ id, resourceType: text, code: concept.optional() })).default([]),
});
export type ReceivedTask = z.output<typeof ReceivedTask>;

export const ReceivedRequest = z.looseObject({
	resourceType: z.literal('ServiceRequest'),
	id,
	category: z.array(concept).optional(),
	code: concept.optional(),
	orderDetail: z.array(concept).default([]),
});
export type ReceivedRequest = z.output<typeof ReceivedRequest>;

export const ReceivedConsent = z.looseObject({
	resourceType: z.literal('Consent'),
	id,
	status: z.string(),
	scope: concept.optional(),
	patient: reference.optional(),
	dateTime: text.optional(),
	organization: z.array(reference).default([]),
	sourceAttachment: z.looseObject({ title: text.optional(), language: text.optional() }).optional(),
	sourceReference: reference.optional(),
	provision: z
		.looseObject({ type: z.string().optional(), period: z.looseObject({ end: text.optional() }).optional() })
		.optional(),
});
export type ReceivedConsent = z.output<typeof ReceivedConsent>;

export const ReceivedPatient = z.looseObject({
	resourceType: z.literal('Patient'),
	id,
	extension: z
		.array(z.looseObject({ url: text, valueCode: text.optional(), valueString: text.optional() }))
		.default([]),
	name: z
		.array(z.looseObject({ text: text.optional(), given: z.array(text).optional(), family: text.optional() }))
		.default([]),
	telecom: z.array(z.looseObject({ system: text.optional(), value: text.optional() })).default([]),
	birthDate: text.optional(),
	communication: z.array(z.looseObject({ language: concept.optional() })).default([]),
});
export type ReceivedPatient = z.output<typeof ReceivedPatient>;

export const ReceivedOrganization = z.looseObject({
	resourceType: z.literal('Organization'),
	id,
	identifier: z.array(identifier).default([]),
	name: text.optional(),
});
export type ReceivedOrganization = z.output<typeof ReceivedOrganization>;

/** A resource by its kind and name alone. */
const Known = z.looseObject({ resourceType: z.string().regex(/^[A-Z][A-Za-z]{1,60}$/), id });

/** One resource as it came; `fullUrl` when it stood in a Bundle that gave one. */
export interface Received {
	readonly resourceType: string;
	readonly id: string;
	readonly resource: Readonly<Record<string, unknown>>;
}

const Bundle = z.looseObject({
	resourceType: z.literal('Bundle'),
	entry: z.array(z.looseObject({ fullUrl: text.optional(), resource: z.unknown() })).default([]),
});

/** The most that one file brings. */
export const mostResources = 500;

/**
 * The resources of what was sent: one alone, or those of a Bundle, of whatever type.
 * @returns undefined when it is no FHIR resource, or holds too many
 */
export function readResources(sent: unknown): readonly Received[] | undefined {
	const bundle = Bundle.safeParse(sent);
	const given = bundle.success
		? bundle.data.entry.map(({ fullUrl, resource }) => ({ fullUrl, resource }))
		: [{ fullUrl: undefined, resource: sent }];
	if (given.length > mostResources) return undefined;
	const read = given.map(({ fullUrl, resource }) => receivedOf(resource, fullUrl));
	return read.length > 0 && read.every((one) => one !== undefined) ? read : undefined;
}

function receivedOf(resource: unknown, fullUrl: string | undefined): Received | undefined {
	const { success, data } = Known.safeParse(resource);
	if (!success || data.resourceType === 'Bundle') return undefined;
	return {
		resourceType: data.resourceType,
		id: data.id ?? (fullUrl ?? '').replace(/^urn:uuid:/, '').slice(-200),
		resource: data,
	};
}

/** `Patient/1`, `https://…/Patient/1`, `urn:uuid:1` and `1` name the same resource of one sender. */
export const idIn = (told: { readonly reference?: string | undefined } | undefined): string | undefined =>
	told?.reference
		?.replace(/\/_history\/.*$/, '')
		.split('/')
		.at(-1)
		?.replace(/^urn:uuid:/, '');

const parsed = <Shape extends z.ZodType>(schema: Shape, found: Received | undefined) => {
	const { success, data } = schema.safeParse(found?.resource);
	return success ? data : undefined;
};

/** The resource that a reference names, among those that came with it. */
export const resolve = <Shape extends z.ZodType>(
	all: readonly Received[],
	schema: Shape,
	resourceType: string,
	named: { readonly reference?: string | undefined } | undefined,
): z.output<Shape> | undefined => {
	const wanted = idIn(named);
	return wanted === undefined
		? undefined
		: parsed(
				schema,
				all.find((one) => one.resourceType === resourceType && one.id === wanted),
			);
};

export const allOf = <Shape extends z.ZodType>(
	all: readonly Received[],
	schema: Shape,
	resourceType: string,
): z.output<Shape>[] =>
	all.flatMap((one) => {
		const found = one.resourceType === resourceType ? parsed(schema, one) : undefined;
		return found === undefined ? [] : [found];
	});
