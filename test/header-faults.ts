export type Headers = Readonly<Record<string, string>>;

/** What is wrong with the headers of an answer, one sentence each (test programme T25). */
export function headerFaults(
	headers: Headers,
	{ personal, framed = false }: { personal: boolean; framed?: boolean },
): string[] {
	const whole = headers['content-security-policy'] ?? '';
	const policy = framed ? whole.replace('frame-ancestors *', "frame-ancestors 'none'") : whole;
	const directive = (name: string): string =>
		new RegExp(`(?:^|;\\s*)${name} ([^;]*)`).exec(policy)?.[1] ?? '';
	const faults: [boolean, string][] = [
		[headers['x-content-type-options'] !== 'nosniff', 'types may be guessed'],
		[!headers['referrer-policy'], 'no referrer policy'],
		[!headers['permissions-policy']?.includes('camera=()'), 'camera not closed'],
		[directive('default-src') !== "'none'", 'default-src is not none'],
		[directive('frame-ancestors') !== "'none'", 'may be framed'],
		[directive('base-uri') !== "'none'", 'base may be changed'],
		[directive('script-src').includes('unsafe'), 'inline scripts run'],
		[directive('style-src').includes('unsafe'), 'inline styles apply'],
		[/https?:|\*/.test(policy), 'another site is allowed'],
		[personal && headers['cache-control'] !== 'no-store', 'a personal page is kept'],
	];
	return faults.flatMap(([fault, sentence]) => (fault ? [sentence] : []));
}

/** What is wrong with a session's cookie; `__Host-` and Secure where the address is https. */
export function cookieFaults(cookie: string, { https }: { https: boolean }): string[] {
	const faults: [boolean, string][] = [
		[!/;\s*HttpOnly/i.test(cookie), 'scripts read it'],
		[!/;\s*SameSite=(Lax|Strict)/i.test(cookie), 'other sites send it'],
		[!/;\s*Path=\//i.test(cookie), 'it has a path of its own'],
		[/;\s*Domain=/i.test(cookie), 'other hosts get it'],
		[https && !/^__Host-[^;]*;.*;?\s*Secure/i.test(cookie), 'not __Host- and Secure'],
	];
	return faults.flatMap(([fault, sentence]) => (fault ? [sentence] : []));
}
