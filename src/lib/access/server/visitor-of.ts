import type { RequestEvent } from '@sveltejs/kit';
import { translate } from '../../texts/translator.ts';
import { deviceName } from '../device.ts';
import type { Visitor } from '../visitor.ts';

type Knocking = Pick<RequestEvent, 'getClientAddress' | 'request' | 'locals' | 'platform'>;

export const visitorOf = (event: Knocking): Visitor => ({
	address: addressOf(event),
	local: event.locals.local,
	device: deviceName(event.request.headers.get('user-agent')),
});

/**
 * Where a request comes from. A proxy that does not write the header it should must not close the door: the
 * connection's own address serves, so that its limits are shared, never lifted.
 */
export function addressOf({
	getClientAddress,
	platform,
}: Pick<Knocking, 'getClientAddress' | 'platform'>): string {
	try {
		return getClientAddress();
	} catch {
		sayOnce();
		return platform?.req.socket.remoteAddress ?? 'unknown';
	}
}

let said = false;
function sayOnce(): void {
	if (said) return;
	said = true;
	console.error(translate('cli.address-header-missing', { header: process.env.ADDRESS_HEADER ?? '?' }));
}
