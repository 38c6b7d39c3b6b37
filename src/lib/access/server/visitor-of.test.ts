import { expect, test, vi } from 'vitest';
import { addressOf } from './visitor-of.ts';

type Event = Parameters<typeof addressOf>[0];
const event = (getClientAddress: () => string, remoteAddress?: string) =>
	({ getClientAddress, platform: { req: { socket: { remoteAddress } } } }) as unknown as Event;
const forgetful = () => {
	throw new Error(
		'Address header was specified with ADDRESS_HEADER=x-forwarded-for but is absent from request',
	);
};

test('a proxy that forgets the visitor’s address is said once, and its own address serves', () => {
	vi.stubEnv('ADDRESS_HEADER', 'x-forwarded-for');
	const said = vi.spyOn(console, 'error').mockImplementation(() => {});
	expect(addressOf(event(() => '192.0.2.1', '127.0.0.1'))).toBe('192.0.2.1');
	expect(said).not.toHaveBeenCalled();
	expect(addressOf(event(forgetful, '127.0.0.1'))).toBe('127.0.0.1');
	expect(addressOf(event(forgetful))).toBe('unknown');
	expect(said).toHaveBeenCalledOnce();
	expect(said.mock.calls[0]?.[0]).toContain('x-forwarded-for');
});
