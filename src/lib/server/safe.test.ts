import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSealed, SealedElsewhere, safeOf } from './safe.ts';

const safe = safeOf('the secret of this installation');

test('what is sealed opens for its owner, and says nothing of what it holds', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 4 }), fc.uuid(), (text, owner) => {
			const sealed = safe.seal(text, owner);
			expect(safe.open(sealed, owner)).toBe(text);
			expect(isSealed(sealed)).toBe(true);
			expect(Buffer.from(sealed, 'base64url').includes(text)).toBe(false);
		}),
	);
});

test('it is never sealed twice alike', () => {
	expect(safe.seal('JBSWY3DPEHPK3PXP', 'awa')).not.toBe(safe.seal('JBSWY3DPEHPK3PXP', 'awa'));
});

test('another owner, another secret, another byte: it does not open', () => {
	const sealed = safe.seal('JBSWY3DPEHPK3PXP', 'awa');
	const bytes = Buffer.from(sealed.slice(3), 'base64url');
	for (let place = 0; place < bytes.length; place++) {
		const changed = Buffer.from(bytes);
		changed[place]! ^= 1;
		expect(() => safe.open(`v1.${changed.toString('base64url')}`, 'awa')).toThrow(SealedElsewhere);
	}
	expect(() => safe.open(sealed, 'karim')).toThrow(SealedElsewhere);
	expect(() => safeOf('another secret').open(sealed, 'awa')).toThrow(SealedElsewhere);
	for (const broken of ['', 'v1.', 'v1.AAAA', 'JBSWY3DPEHPK3PXP'])
		expect(() => safe.open(broken, 'awa')).toThrow(SealedElsewhere);
});
