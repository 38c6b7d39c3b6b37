import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sharedData } from './shared-data.ts';

/** The errors of a body against the published schema of one object of HSDS 3.1, formats included. */
export type Validate = (kind: string, body: unknown) => readonly ErrorObject[];

interface Schema {
	properties: Record<string, object>;
	additionalProperties?: boolean;
}

/** The schemas of HSDS 3.1 that stand alone, by the name of their file: `service.min`, `service_list`… */
export function compiledSchemas(): Validate {
	const folder = sharedData('hsds-3.1/schema/compiled/');
	return validateBy((kind) => {
		const ajv = newAjv();
		return ajv.compile(JSON.parse(readFileSync(`${folder}${kind}.json`, 'utf8')));
	});
}

function newAjv(): Ajv2020 {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats(ajv);
	return ajv;
}

function validateBy(compile: (kind: string) => ValidateFunction): Validate {
	const known = new Map<string, ValidateFunction>();
	return (kind, body) => {
		const validate = known.get(kind) ?? compile(kind);
		known.set(kind, validate);
		return validate(JSON.parse(JSON.stringify(body))) ? [] : (validate.errors ?? []);
	};
}

/**
 * The schemas of HSDS 3.1. With `more`, terms by object, everything else that HSDS does not name is refused.
 */
export function hsdsSchemas(more?: Readonly<Record<string, object>>): Validate {
	const folder = sharedData('hsds-3.1/schema/');
	const ajv = newAjv();
	for (const file of readdirSync(folder)) {
		if (!file.endsWith('.json') || file.startsWith('openapi')) continue;
		const schema: Schema = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
		ajv.addSchema(more ? closed(schema, more[file.replace('.json', '')]) : schema, file);
	}
	return validateBy((kind) => {
		const validate = ajv.getSchema(`${kind}.json`);
		if (!validate) throw new Error(`HSDS has no ${kind}`);
		return validate;
	});
}

const closed = (schema: Schema, more: object = {}): Schema => ({
	...schema,
	properties: { ...schema.properties, ...more },
	additionalProperties: false,
});
