import type { RequestEvent } from '@sveltejs/kit';
import { deviceName } from '../device.ts';
import type { Visitor } from '../visitor.ts';

export const visitorOf = (event: Pick<RequestEvent, 'getClientAddress' | 'request' | 'locals'>): Visitor => ({
	address: event.getClientAddress(),
	local: event.locals.local,
	device: deviceName(event.request.headers.get('user-agent')),
});
