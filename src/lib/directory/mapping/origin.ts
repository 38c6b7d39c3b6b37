import type { RuleObject } from './mapping.ts';

/** Where a rule's value comes from; a rule has exactly one of them. */
export const originNames = [
	'column',
	'item',
	'value',
	'constant',
	'template',
	'first',
	'join',
	'list',
	'flags',
	'week',
	'cases',
	'digest',
	'joined',
	'each',
	'object',
	'file',
] as const satisfies readonly (keyof RuleObject)[];
export type OriginName = (typeof originNames)[number];

export const originOf = (rule: RuleObject): OriginName | undefined =>
	originNames.find((name) => rule[name] !== undefined);
