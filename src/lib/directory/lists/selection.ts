/** Services side by side: more do not fit in a look, nor on a phone. */
export const mostCompared = 4;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The ids of a text or several, each once, in their order; what is no id is left out. */
export const idsIn = (texts: readonly string[]): string[] => {
	const ids = texts.flatMap((text) => text.toLowerCase().split(/[,.\s]+/)).filter((id) => uuid.test(id));
	return [...new Set(ids)].slice(0, mostCompared);
};

/** `/selection?services=a,b` : ids only, so that it can be sent to anybody; `lieu` measures distances. */
export function selectionPath(ids: readonly string[], place = '', page = '/selection'): string {
	const asked = [
		...(ids.length > 0 ? [`services=${ids.join(',')}`] : []),
		...(place ? [`lieu=${encodeURIComponent(place)}`] : []),
	];
	return asked.length > 0 ? `${page}?${asked.join('&')}` : page;
}

/** The selection with one service more; the same when it holds it already, undefined when it is full. */
export function withService(ids: readonly string[], id: string): readonly string[] | undefined {
	if (ids.includes(id)) return ids;
	return ids.length < mostCompared ? [...ids, id] : undefined;
}
