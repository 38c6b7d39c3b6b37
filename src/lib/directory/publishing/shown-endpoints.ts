/** One thing that can be asked of the API. */
export interface Endpoint {
	readonly method: string;
	readonly path: string;
	readonly summary: string;
}

/** Endpoints of one kind. */
export interface EndpointGroup {
	readonly name: string;
	readonly endpoints: readonly Endpoint[];
}

interface Document {
	readonly paths: Readonly<Record<string, unknown>>;
}

const methods = ['get', 'post', 'delete'] as const;

/** What an OpenAPI document tells, as rows to show: without what says nothing of itself, as lists asked by POST. */
export function showEndpoints({ paths }: Document): EndpointGroup[] {
	const rows = Object.entries(paths).flatMap(([path, item]) =>
		methods.flatMap((method) => {
			const one: unknown = isRecord(item) ? item[method] : undefined;
			if (!isRecord(one) || typeof one.summary !== 'string') return [];
			const [tag = ''] = Array.isArray(one.tags) ? one.tags.map(String) : [];
			return [{ tag, method: method.toUpperCase(), path, summary: one.summary }];
		}),
	);
	return [...Map.groupBy(rows, ({ tag }) => tag)].map(([name, group]) => ({
		name,
		endpoints: group.map(({ tag: _, ...endpoint }) => endpoint),
	}));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
