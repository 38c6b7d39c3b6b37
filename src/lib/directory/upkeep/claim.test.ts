import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	claimBlockedBy,
	domainsOf,
	isGeneric,
	looksLikeClaimCode,
	newClaimCode,
	plainClaimCode,
	spacedCode,
} from './claim.ts';

const maison = { website: 'https://www.maison-du-canal.fr/contact', email: 'accueil@gmail.com' };

test.each([
	['accueil@maison-du-canal.fr', undefined],
	['a.diallo@MAISON-DU-CANAL.fr', undefined],
	['moi@gmail.com', 'upkeep.claim-generic'],
	['moi@orange.fr', 'upkeep.claim-generic'],
	['moi@yahoo.co.uk', 'upkeep.claim-generic'],
	['moi@autre.fr', 'upkeep.claim-other-domain'],
	['moi@maison-du-canal.fr.pirate.com', 'upkeep.claim-other-domain'],
	['moi@faux-maison-du-canal.fr', 'upkeep.claim-other-domain'],
	['moi@fr', 'upkeep.claim-generic'],
])('%s: %s', (email, reason) => {
	expect(claimBlockedBy(email, maison)).toBe(reason);
});

test('pages and mailboxes that anyone opens speak for nobody', () => {
	const pages = { website: 'https://www.facebook.com/maison', email: 'maison@wanadoo.fr' };
	expect(domainsOf(pages)).toEqual([]);
	expect(claimBlockedBy('moi@facebook.com', pages)).toBe('upkeep.claim-no-domain');
	expect(claimBlockedBy('moi@wanadoo.fr', pages)).toBe('upkeep.claim-no-domain');
	expect(domainsOf({ website: 'sans protocole', email: null })).toEqual([]);
});

test.each(['monasso.free.fr', 'asso.fr', 'gouv.fr', 'maison.wordpress.com', 'laposte.net', 'fr'])(
	'%s is open to anyone',
	(domain) => {
		expect(isGeneric(domain)).toBe(true);
	},
);

test.each(['lens.fr', 'maison.asso.fr', 'pas-de-calais.gouv.fr', 'mission-locale.com', 'freepack.fr'])(
	'%s is somebody’s',
	(domain) => {
		expect(isGeneric(domain)).toBe(false);
	},
);

test('a code has eight signs that no handwriting confuses, and is read however it is typed', () => {
	const codes = Array.from({ length: 300 }, () => newClaimCode(randomBytes));
	for (const code of codes) {
		expect(code).toMatch(/^[ACDEFHJKMNPQRTVWXY34679]{8}$/);
		expect(looksLikeClaimCode(plainClaimCode(` ${spacedCode(code).toLowerCase()}.`))).toBe(true);
	}
	expect(new Set(codes.flatMap((code) => [...code])).size).toBe(23);
	expect(new Set(codes).size).toBe(300);
});

test('each sign is as likely: bytes beyond the last whole turn are thrown away', () => {
	const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });
	fc.assert(
		fc.property(bytes, bytes, (first, second) => {
			const given = [
				first,
				second,
				Uint8Array.from({ length: 8 }, () => 0),
				Uint8Array.from({ length: 8 }, () => 0),
			];
			const kept = [...first, ...second].filter((byte) => byte < 253).slice(0, 8);
			const code = newClaimCode(() => given.shift() ?? new Uint8Array(8));
			expect(kept.map((byte) => 'ACDEFHJKMNPQRTVWXY34679'[byte % 23]).join('')).toBe(
				code.slice(0, kept.length),
			);
		}),
	);
});
