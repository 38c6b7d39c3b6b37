const encoder = new TextEncoder();

export const bytes = (text: string): Uint8Array => encoder.encode(text);

/** The items of a list, one a line, with the commas between them. */
export async function* jsonList(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<Uint8Array> {
	let comma = '\n';
	for await (const page of pages) {
		if (page.length === 0) continue;
		yield bytes(comma + page.map((item) => JSON.stringify(item)).join(',\n'));
		comma = ',\n';
	}
}
