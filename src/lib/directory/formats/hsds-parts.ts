import { languageName } from '../language-names.ts';
import type { Closure } from '../organisation.ts';
import { isEmail, isLink } from './data-inclusion-rules.ts';
import { idOf } from './hsds-ids.ts';
import type { HsdsService } from './hsds-schema.ts';

/** What HSDS asks to be an e-mail or a URI is left out when it is not. */
export const emailOf = (email: string | null) => (email !== null && isEmail(email) ? { email } : {});
export const urlOf = <Name extends string>(name: Name, url: string | null): { [Key in Name]?: string } =>
	url !== null && isLink(url) ? ({ [name]: url } as { [Key in Name]: string }) : {};

type Named<Name extends keyof HsdsService> = NonNullable<HsdsService[Name]>;

export const phonesOf = (owner: string, number: string | null): Named<'phones'> =>
	number === null ? [] : [{ id: idOf('phone', owner, number), number, type: 'voice' }];

export const languagesOf = (owner: string, codes: readonly string[]): Named<'languages'> =>
	codes.map((code) => ({ id: idOf('language', owner, code), name: languageName(code), code }));

export const linksOf = (
	owner: string,
	links: Readonly<Record<string, string | null>>,
): Named<'additional_urls'> =>
	Object.entries(links).flatMap(([label, url]) =>
		url !== null && isLink(url) ? [{ id: idOf('url', owner, label), label, url }] : [],
	);

export const closuresOf = (closures: readonly Closure[]): Named<'closures'> =>
	closures.map(({ from, to, reason }) => ({
		from,
		...(to !== null && { to }),
		...(reason !== null && { reason }),
	}));

/** Only what is told: a term without a value, or a list without an item, is left out. */
export const told = <Terms extends object>(
	terms: {
		readonly [Name in keyof Terms]: Terms[Name] | null | undefined;
	},
): Terms =>
	Object.fromEntries(
		Object.entries(terms).filter(
			([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
		),
	) as Terms;
