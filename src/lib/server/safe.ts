import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps what must be read again, such as the secret of a person's codes, unreadable in the database and its copies. */
export interface Safe {
	/** Seals a text for its owner: sealed twice, it reads differently, and it opens for nobody else. */
	seal(text: string, owner: string): string;
	/** @throws SealedElsewhere when it was sealed by another key, for another owner, or is damaged. */
	open(sealed: string, owner: string): string;
}

/** The key of this installation does not open what it finds: the secret was lost or changed. */
export class SealedElsewhere extends Error {
	override readonly name = 'SealedElsewhere';
}

const [nonceLength, tagLength] = [12, 16];
const version = 'v1.';

export const isSealed = (text: string): boolean => text.startsWith(version);

/** AES-256-GCM (NIST SP 800-38D), a random nonce each time, the owner authenticated; the key by HKDF-SHA-256 (RFC 5869). */
export function safeOf(secret: string): Safe {
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'passerelles safe v1', 32));
	return {
		seal: (text, owner) => {
			const nonce = randomBytes(nonceLength);
			const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
			const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
			return version + sealed.toString('base64url');
		},
		open: (sealed, owner) => {
			try {
				return opened(key, Buffer.from(sealed.slice(version.length), 'base64url'), owner);
			} catch (cause) {
				throw new SealedElsewhere('the secret of this installation does not open it', { cause });
			}
		},
	};
}

function opened(key: Buffer, bytes: Buffer, owner: string): string {
	const options = { authTagLength: tagLength };
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), options)
		.setAAD(Buffer.from(owner))
		.setAuthTag(bytes.subarray(-tagLength));
	return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
}
