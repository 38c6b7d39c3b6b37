/** A value of the database, checked against its closed list: a value that left the list is nothing. */
export const oneOf = <Value extends string>(list: readonly Value[], value: string | null): Value | null =>
	list.find((known) => known === value) ?? null;

export const someOf = <Value extends string>(list: readonly Value[], values: readonly string[]): Value[] =>
	list.filter((known) => values.includes(known));

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id at all: an address typed by hand is "not found", never an error. */
export const isId = (text: string): boolean => uuid.test(text);
