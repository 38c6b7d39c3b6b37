/** What a person’s own application may change of a Task that is hers: how it stands, why, and what came of it. */
const hers: readonly string[] = ['status', 'statusReason', 'output'];

interface AnyTask {
	readonly status: string;
	readonly [field: string]: unknown;
}

/** Gravity SDOH Clinical Care 3.0.0, patient Task: where her application may take it. */
const next: Readonly<Record<string, readonly string[]>> = {
	ready: ['in-progress', 'on-hold', 'completed', 'failed', 'cancelled'],
	'in-progress': ['on-hold', 'completed', 'failed', 'cancelled'],
	'on-hold': ['in-progress', 'completed', 'failed', 'cancelled'],
};

/**
 * Why an application of the person may not make this change: the fields that are not hers, or a status that may not
 * follow. Null when it may. A referral Task is never hers, whatever it changes: the caller looks at that first.
 */
export function notHers(
	before: AnyTask,
	after: AnyTask,
): { fields: readonly string[] } | { status: string } | null {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
		(name) => !hers.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
	);
	if (fields.length > 0) return { fields };
	if (before.status === after.status) return null;
	return (next[before.status] ?? []).includes(after.status) ? null : { status: after.status };
}
