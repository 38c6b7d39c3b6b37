import { looseKept } from './loose.ts';

const mostSteps = 12;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** `a.b[0].c` as its members and ranks. */
export function stepsOf(path: string): (string | number)[] {
	const found = path.split('.').flatMap((part) => {
		const [name = '', ...ranks] = part.split('[');
		return [...(name === '' ? [] : [name]), ...ranks.map((rank) => Number(rank.replace(']', '')))];
	});
	return found.slice(0, mostSteps);
}

/** What stands at the end of a path; undefined when nothing does. A list without a rank gives each of its own. */
export function within(value: unknown, steps: readonly (string | number)[]): unknown {
	const [step, ...rest] = steps;
	if (step === undefined || value === undefined || value === null) return value ?? undefined;
	if (typeof value === 'string') return within(parsedText(value), steps);
	if (Array.isArray(value)) {
		if (typeof step === 'number') return within(value[step], rest);
		const each = value.map((item) => (Array.isArray(item) ? undefined : within(item, steps)));
		const found = each.filter((item) => item !== undefined).flat();
		return found.length > 0 ? found : undefined;
	}
	return isRecord(value) ? within(memberOf(value, String(step)), rest) : undefined;
}

/** A table writes lists and objects as JSON in a cell. */
function parsedText(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		const told: unknown = JSON.parse(text);
		return typeof told === 'string' ? undefined : told;
	} catch {
		return undefined;
	}
}

/** A member by its name, else by a name that only differs in case, accents or signs. */
export function memberOf(object: Readonly<Record<string, unknown>>, name: string): unknown {
	if (Object.hasOwn(object, name)) return object[name];
	const key = keyOf(Object.keys(object), name);
	return key === undefined ? undefined : object[key];
}

/** The key that people mean by a name. */
export function keyOf(keys: readonly string[], name: string): string | undefined {
	const wanted = looseKept(name);
	return wanted === '' ? undefined : keys.find((key) => looseKept(key) === wanted);
}
