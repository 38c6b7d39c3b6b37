import type { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate, type Values } from '#lib/texts/translator.ts';
import { serviceFields, structureFields } from './fields.ts';
import { nearest } from './loose.ts';
import { isRecord } from './path.ts';

/** What is wrong with a mapping file, and where: `services[0].nom`. */
export interface Fault {
	readonly where: string;
	readonly problem: string;
}

export const faultAt = (path: readonly PropertyKey[], reason: TextKey, values?: Values): Fault => ({
	where: whereOf(path),
	problem: translate(reason, values),
});

const whereOf = (path: readonly PropertyKey[]): string =>
	path.reduce<string>((told, step) => {
		if (typeof step === 'number') return `${told}[${step}]`;
		return told === '' ? String(step) : `${told}.${String(step)}`;
	}, '');

/** Sentences for what a schema refuses. */
export const faultsOf = (error: z.ZodError, given: unknown): Fault[] =>
	error.issues.flatMap((issue) => told(issue, [], given));

function told(issue: z.core.$ZodIssue, above: readonly PropertyKey[], given: unknown): Fault[] {
	const path = [...above, ...issue.path];
	const here = valueAt(given, path);
	if (issue.code === 'invalid_union') {
		const branch = likeliest(issue.errors);
		if (branch && goesDeeper(branch)) return branch.flatMap((inner) => told(inner, path, given));
		return [faultAt(path, isTextKey(issue.message) ? issue.message : 'mapping.fault.wrong-form')];
	}
	if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownMember([...path, key], key));
	if (here === undefined) return [faultAt(path, 'mapping.fault.missing')];
	if (isTextKey(issue.message)) return [faultAt(path, issue.message)];
	if (issue.code === 'invalid_value')
		return [faultAt(path, 'mapping.fault.not-among', { among: issue.values.join(', ') })];
	if (issue.code === 'too_big')
		return [faultAt(path, 'mapping.fault.too-big', { most: String(issue.maximum) })];
	return [faultAt(path, 'mapping.fault.wrong-form')];
}

/** Of the forms that a value may have, the one that it follows the furthest. */
const likeliest = (branches: readonly (readonly z.core.$ZodIssue[])[]) =>
	[...branches].sort((one, other) => depthOf(other) - depthOf(one))[0];

const goesDeeper = (branch: readonly z.core.$ZodIssue[]): boolean => depthOf(branch) > 0;

const depthOf = (branch: readonly z.core.$ZodIssue[]): number =>
	Math.max(
		...branch.map(
			({ path, code }) => path.length + (code === 'unrecognized_keys' || code === 'invalid_union' ? 0.5 : 0),
		),
	);

const members =
	`version name about licence source strict files rows sheet header tables joins keep because values structure services parts
	names optional key with file when point each inherit column from item value constant template first join separator list
	flags yes week cases digest joined give object needs steps default empty of is in filled contains starts least most all any
	not split table unmatched otherwise date number multiply round truncate pad prefix suffix before after remove replace
	without take element get boolean longitude latitude pair order system mend hours to`
		.split(/\s+/)
		.concat(Object.keys(structureFields), Object.keys(serviceFields));

function unknownMember(path: readonly PropertyKey[], key: string): Fault {
	const near = nearest(key, members);
	if (near && near !== key) return faultAt(path, 'mapping.fault.unknown-near', { name: key, near });
	return faultAt(path, 'mapping.fault.unknown', { name: key });
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((value, step) => {
		if (Array.isArray(value)) return value[Number(step)];
		return isRecord(value) ? value[String(step)] : undefined;
	}, given);
}
