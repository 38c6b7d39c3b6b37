import type { TextKey } from './texts/catalogue.ts';

/** An expected "no": its reason is a key of the texts. Anything else thrown is a bug. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
	readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 428 | 429 | 503;
	readonly reason: TextKey;
	readonly values: Record<string, string | number>;

	constructor(status: Refusal['status'], reason: TextKey, values: Record<string, string | number> = {}) {
		super(reason);
		this.status = status;
		this.reason = reason;
		this.values = values;
	}
}

/** Throws when a policy gives a reason why not. */
export function refuseIf(reason: TextKey | undefined, status: Refusal['status'] = 403): void {
	if (reason) throw new Refusal(status, reason);
}

/**
 * Somebody tried what is not hers to do. The answer is that of what does not exist; the try is kept, although the act
 * itself is undone.
 */
export class NotYours extends Refusal {
	/** Named as events are: « referral.accept ». */
	readonly act: string;
	readonly subject: string;

	constructor(act: string, subject: string) {
		super(404, 'problem.nothing-here');
		this.act = act;
		this.subject = subject;
	}
}
