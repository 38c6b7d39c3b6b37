const deepest = 5;
const longestHead = 65_536;
/** Lists that stand beside the entries and are none: links between pages, descriptions of columns. */
const asides =
	/^(?:_?links?|meta|metadata|errors?|fields|schema|parameters|facets|columns|context|@context)$/i;

/**
 * Where the first list of objects is in a JSON document whose beginning is given, when it lies two members deep or more:
 * `['data', 'items']` for `{"data": {"items": [{`. Undefined when it is nearer, when the document is an entry itself,
 * or when its beginning does not tell.
 */
export function listPath(head: string): string[] | undefined {
	const trail: string[] = [];
	let key = '';
	const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|\[\s*\{|[[\]{}]/g;
	let lists = 0;
	for (const [sign, text, colon] of head.slice(0, longestHead).matchAll(token)) {
		if (colon !== undefined) {
			key = text ?? '';
			if (trail.length === 1 && lists === 0 && key === 'id') return undefined;
		} else if (sign === '{') trail.push(key);
		else if (sign === '}') trail.pop();
		else if (sign === '[') lists += 1;
		else if (sign === ']') lists -= 1;
		else if (sign.startsWith('[')) {
			const path = [...trail.slice(1), key];
			if (lists === 0 && trail.length > 0 && !path.some((name) => asides.test(name)))
				return path.length > 1 && path.length <= deepest ? path : undefined;
			lists += 1;
			trail.push(key);
		}
	}
	return undefined;
}
