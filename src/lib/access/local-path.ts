/** A path of this site, or the fallback: a sign-in page must never send anybody elsewhere. */
export function localPath(asked: string | null | undefined, fallback: string): string {
	if (!asked || asked.length > 500 || !/^\/(?![/\\])[\x21-\x5B\x5D-\x7E]*$/.test(asked)) return fallback;
	const base = 'http://here.invalid';
	return URL.canParse(asked, base) && new URL(asked, base).origin === base ? asked : fallback;
}
