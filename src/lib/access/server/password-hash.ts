import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

/** Argon2id, written with its parameters and its salt (PHC string format). */
export async function hashPassword(password: string, nonce: Buffer = randomBytes(16)): Promise<string> {
	const tag = await derive('argon2id', { message: password, nonce, tagLength, ...cost });
	return written(cost, nonce, tag);
}

/** What a text would be kept as, had it been hashed with the salt and the cost of this hash. */
export async function hashLike(hash: string, text: string): Promise<string> {
	const { nonce, tag, ...parameters } = parse(hash);
	return written(
		parameters,
		nonce,
		await derive('argon2id', { message: text, nonce, tagLength: tag.length, ...parameters }),
	);
}

const written = ({ memory, passes, parallelism }: typeof cost, nonce: Uint8Array, tag: Uint8Array): string =>
	`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;

/** Verified when there is nothing to verify, so that an unknown account takes as long as a known one. */
const nobody = written(cost, Buffer.alloc(16), Buffer.alloc(tagLength));

/** Always does the same work, also when the account or its password does not exist. */
export async function passwordMatches(hash: string | null | undefined, password: string): Promise<boolean> {
	const { nonce, tag, ...parameters } = parse(hash ?? nobody);
	const typed = await derive('argon2id', { message: password, nonce, tagLength: tag.length, ...parameters });
	return timingSafeEqual(typed, tag) && typeof hash === 'string';
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function parse(hash: string) {
	const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? [];
	if (!nonce || !tag) throw new Error('a password hash is not Argon2id');
	return {
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		nonce: Buffer.from(nonce, 'base64'),
		tag: Buffer.from(tag, 'base64'),
	};
}

function base64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
