/** Where a request comes from, as far as limits and the list of sessions need to know. */
export interface Visitor {
	readonly address: string;
	readonly device: string;
	/** Whether this machine's own name was asked for: no other machine can. */
	readonly local: boolean;
}
