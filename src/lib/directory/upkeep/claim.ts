import type { TextKey } from '#lib/texts/catalogue.ts';

const day = 86_400_000;

/** A code sent by post waits a month. */
export const codeLife = 30 * day;

/** Mailboxes and pages that anyone may open: they prove nothing of an organisation. By name, whatever the country. */
const generic: ReadonlySet<string> = new Set([
	...['gmail', 'googlemail', 'google', 'hotmail', 'outlook', 'live', 'msn', 'yahoo', 'ymail', 'rocketmail'],
	...[
		'orange',
		'wanadoo',
		'laposte',
		'free',
		'sfr',
		'neuf',
		'cegetel',
		'club-internet',
		'bbox',
		'numericable',
	],
	...['noos', 'aliceadsl', 'alice', 'libertysurf', 'tele2', 'dbmail', 'voila', 'caramail', 'bouyguestelecom'],
	...['aol', 'icloud', 'me', 'mac', 'protonmail', 'proton', 'pm', 'tutanota', 'tuta', 'gmx', 'mail', 'email'],
	...['yandex', 'zoho', 'mailo', 'netcourrier', 'riseup', 'posteo', 'fastmail', 'hey', 'vivaldi', 'yopmail'],
	...[
		'facebook',
		'instagram',
		'linkedin',
		'helloasso',
		'wordpress',
		'wixsite',
		'wix',
		'blogspot',
		'over-blog',
	],
	...['e-monsite', 'jimdo', 'jimdofree', 'jimdosite', 'webnode', 'weebly', 'assoconnect', 'github', 'gitlab'],
	...['mailinator', 'guerrillamail', '10minutemail', 'temp-mail', 'trashmail'],
]);

/** Suffixes under which anyone may take a name: alone, they are nobody's domain. */
const suffixes: ReadonlySet<string> = new Set(['gouv', 'asso', 'com', 'nom', 'co', 'org', 'tm']);

/** Whether mailboxes or pages of this domain are open to anyone: `orange.fr`, `monasso.free.fr`, `yahoo.co.uk`. */
export function isGeneric(domain: string): boolean {
	const labels = domain.split('.');
	const owner = suffixes.has(labels.at(-2) ?? '') ? labels.at(-3) : labels.at(-2);
	return owner === undefined || generic.has(owner);
}

/** The domain of an address, as it travels; undefined when there is none. */
export const mailDomain = (email: string): string | undefined => hostOf(email.split('@').at(-1) ?? '');

const hostOf = (domain: string): string | undefined =>
	domain.includes('.') ? URL.parse(`http://${domain}`)?.hostname.replace(/^www\./, '') : undefined;

const siteDomain = (website: string): string | undefined =>
	URL.parse(website)?.hostname.replace(/^www\./, '');

interface Claimed {
	readonly website: string | null;
	readonly email: string | null;
}

/** The domains whose mailboxes speak for an organisation: those of its site and of its address, unless open to anyone. */
export const domainsOf = ({ website, email }: Claimed): string[] => [
	...new Set(
		[website && siteDomain(website), email && mailDomain(email)].filter(
			(domain): domain is string => Boolean(domain) && !isGeneric(domain!),
		),
	),
];

/** Why an address may not claim an organisation's page, or nothing. */
export function claimBlockedBy(email: string, organisation: Claimed): TextKey | undefined {
	const domain = mailDomain(email);
	const domains = domainsOf(organisation);
	if (domains.length === 0) return 'upkeep.claim-no-domain';
	if (!domain || isGeneric(domain)) return 'upkeep.claim-generic';
	return domains.includes(domain) ? undefined : 'upkeep.claim-other-domain';
}

/** Letters and figures that no handwriting confuses: neither O nor 0, neither I, L nor 1, neither B nor 8. */
const alphabet = 'ACDEFHJKMNPQRTVWXY34679';
const length = 8;

/** Eight of 23 signs, each as likely: 36 bits. */
export function newClaimCode(random: (bytes: number) => Uint8Array): string {
	const even = 256 - (256 % alphabet.length);
	let code = '';
	while (code.length < length)
		for (const byte of random(length))
			if (byte < even && code.length < length) code += alphabet[byte % alphabet.length];
	return code;
}

/** As it is read aloud: `ACDE FHJK`. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** A code as it is compared: in capitals, without what people put between its signs. */
export const plainClaimCode = (typed: string): string => typed.toUpperCase().replace(/[\s.–-]/g, '');

/** Anything else was never a code of ours. */
export const looksLikeClaimCode = (code: string): boolean =>
	code.length === length && [...code].every((sign) => alphabet.includes(sign));
