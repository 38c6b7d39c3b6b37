/** 32 random bytes as they travel in a cookie or a link: 43 characters of base64url. */
export const tokenFrom = (random: (bytes: number) => Uint8Array): string =>
	random(32).toBase64({ alphabet: 'base64url', omitPadding: true });

/** Anything else was never a token of ours, and is not worth a question to the database. */
export const looksLikeToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
