/** What a column holds: small codes, counts and days, or instants in milliseconds. 0 always stands for nothing. */
type Kind = 'u8' | 'i32' | 'f64';
type Shape = Readonly<Record<string, Kind>>;
type ArrayOf<K extends Kind> = K extends 'u8' ? Uint8Array : K extends 'i32' ? Int32Array : Float64Array;

/** Rows of one kind of thing, a typed array a column: a million of them cost their bytes and no object. */
export interface Table<S extends Shape> {
	readonly ids: string[];
	readonly rowOf: Map<string, number>;
	readonly col: { [K in keyof S]: ArrayOf<S[K]> };
	readonly shape: S;
}

const arrays = { u8: Uint8Array, i32: Int32Array, f64: Float64Array };

export function makeTable<S extends Shape>(shape: S): Table<S> {
	const col = Object.fromEntries(Object.entries(shape).map(([name, kind]) => [name, new arrays[kind](64)]));
	// The one place where names and kinds of columns meet.
	return { ids: [], rowOf: new Map(), col: col as Table<S>['col'], shape };
}

/** The row of an id, added with zeros when it is new. */
export function rowFor<S extends Shape>(table: Table<S>, id: string): number {
	const known = table.rowOf.get(id);
	if (known !== undefined) return known;
	const row = table.ids.push(id) - 1;
	table.rowOf.set(id, row);
	grow(table, row);
	return row;
}

function grow<S extends Shape>({ col, shape }: Table<S>, row: number): void {
	const names: (keyof S)[] = Object.keys(shape);
	const [one] = names;
	if (one === undefined || row < col[one].length) return;
	for (const name of names) {
		const wider = new arrays[shape[name] ?? 'u8'](row * 2);
		wider.set(col[name]);
		col[name] = wider as Table<S>['col'][typeof name];
	}
}
