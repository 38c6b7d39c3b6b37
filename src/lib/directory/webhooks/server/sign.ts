import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret, in the form of the Standard Webhooks specification 1.0. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/** The headers that prove who sends `body`, and when: Standard Webhooks 1.0, HMAC-SHA-256 of `id.seconds.body`. */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
	const seconds = Math.floor(at.getTime() / 1000);
	const key = Buffer.from(secret.slice(prefix.length), 'base64');
	const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
	return {
		'content-type': 'application/json',
		'webhook-id': id,
		'webhook-timestamp': String(seconds),
		'webhook-signature': `v1,${signature}`,
	};
}
