import { withoutGuard } from './cell.ts';

const numbers = new Set([
	...['latitude', 'longitude', 'minimum_age', 'maximum_age', 'amount', 'available', 'maximum', 'interval'],
	...['count', 'timezone', 'extension', 'weekly_hours', 'weeks', 'response_days', 'capacity'],
]);
const yesOrNo = new Set(['fictional', 'confidential', 'defunct']);

/**
 * The object that a line of a table tells: `organization.name` is a term of what is within, numbers are numbers, a cell
 * that holds JSON holds a list or an object. Empty cells say nothing, but for the description that HSDS asks for.
 */
export function objectFromCells(cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const told: Record<string, unknown> = {};
	for (const [name, cell] of Object.entries(cells)) {
		const isEmpty = cell === '' || cell === null || cell === undefined;
		const path = name.split('.');
		const last = path.pop() ?? name;
		if (isEmpty && last !== 'description') continue;
		const within = objectAt(told, path, !isEmpty);
		if (within) put(within, last, valueIn(last, cell ?? ''));
	}
	return told;
}

/** What stands at a path; made on the way when it is not there yet, if it may be. */
function objectAt(
	told: Record<string, unknown>,
	path: readonly string[],
	mayMake: boolean,
): Record<string, unknown> | undefined {
	let within = told;
	for (const step of path) {
		const inner = Object.hasOwn(within, step) ? within[step] : undefined;
		if (!isRecord(inner) && !mayMake) return undefined;
		const next = isRecord(inner) ? inner : {};
		put(within, step, next);
		within = next;
	}
	return within;
}

/** As an own member, whatever its name: `__proto__` is no way out. */
const put = (within: object, name: string, value: unknown) =>
	Object.defineProperty(within, name, { value, enumerable: true, configurable: true, writable: true });

function valueIn(name: string, cell: unknown): unknown {
	if (typeof cell !== 'string') return cell;
	return valueOfText(name, withoutGuard(cell));
}

function valueOfText(name: string, cell: string): unknown {
	if (numbers.has(name))
		return /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
	if (yesOrNo.has(name)) return cell === 'true' ? true : cell === 'false' ? false : cell;
	return /^[[{]/.test(cell) ? (parsed(cell) ?? cell) : cell;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
