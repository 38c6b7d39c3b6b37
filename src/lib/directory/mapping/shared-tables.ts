import type { Codes } from './mapping.ts';

export const sharedTables: Readonly<Record<string, Codes>> = {};
