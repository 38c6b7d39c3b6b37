/**
 * What a page is drawn from, when it is drawn on the server only. SvelteKit writes a page's data out for the browser
 * even where no script will read it (`csr = false`): a tenth of the time of a page. This stays here.
 */
export class Drawn<Value> {
	readonly value: Value;

	constructor(value: Value) {
		this.value = value;
	}
}
