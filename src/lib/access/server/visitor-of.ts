import type { RequestEvent } from '@sveltejs/kit';
import { deviceName } from '../device.ts';
import type { Visitor } from '../visitor.ts';

export const visitorOf = (event: Pick<RequestEvent, 'getClientAddress' | 'request'>): Visitor => ({
	address: event.getClientAddress(),
	device: deviceName(event.request.headers.get('user-agent')),
});
