/** What stands in the place of a mapping for files of HSDS: they say themselves what each of their terms means. */
export const hsdsDraft = { format: 'hsds' } as const;

export const isHsdsDraft = (mapping: unknown): boolean =>
	typeof mapping === 'object' &&
	mapping !== null &&
	'format' in mapping &&
	mapping.format === hsdsDraft.format;
