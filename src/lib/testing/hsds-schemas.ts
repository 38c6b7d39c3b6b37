import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020, { type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sharedData } from './shared-data.ts';

/** The errors of a body against the published schema of one object of HSDS 3.1, formats included. */
export type Validate = (kind: string, body: unknown) => readonly ErrorObject[];

interface Schema {
	properties: Record<string, object>;
	additionalProperties?: boolean;
}

/**
 * The schemas of HSDS 3.1. With `more`, terms by object, everything else that HSDS does not name is refused.
 */
export function hsdsSchemas(more?: Readonly<Record<string, object>>): Validate {
	const folder = sharedData('hsds-3.1/schema/');
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats(ajv);
	for (const file of readdirSync(folder)) {
		if (!file.endsWith('.json') || file.startsWith('openapi')) continue;
		const schema: Schema = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
		ajv.addSchema(more ? closed(schema, more[file.replace('.json', '')]) : schema, file);
	}
	return (kind, body) => {
		const validate = ajv.getSchema(`${kind}.json`)!;
		return validate(JSON.parse(JSON.stringify(body))) ? [] : (validate.errors ?? []);
	};
}

const closed = (schema: Schema, more: object = {}): Schema => ({
	...schema,
	properties: { ...schema.properties, ...more },
	additionalProperties: false,
});
