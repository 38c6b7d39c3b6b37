/** People whom the server offers to the palette. */
export interface Found {
	readonly people: readonly { readonly href: string; readonly label: string; readonly detail: string }[];
	/** There are others. */
	readonly more: boolean;
}

/** The answer of our own server; nothing else answers at that address. @throws when it refused or is away */
export async function readFound(answer: Response): Promise<Found> {
	if (!answer.ok) throw new Error(String(answer.status));
	return (await answer.json()) as Found;
}
