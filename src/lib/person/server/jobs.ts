import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { sendSmsCode } from '../space/server/sms-code.ts';
import { remindEndings } from './remind-endings.ts';
import { tellDataProtection } from './tell-data-protection.ts';
import { tellLeadWorker } from './tell-lead-worker.ts';

interface Needs extends Pick<Application, 'post' | 'sms'> {
	/** The public address that mailed links carry. */
	readonly origin: string;
	/** Who watches over personal data here; undefined: the administrators. */
	readonly privacyContact?: string | undefined;
}

/** The jobs of this room. */
export const personJobs = ({ post, sms, origin, privacyContact }: Needs) =>
	({
		'send-sms-code': (payload, context) => sendSmsCode(sms, payload, context),
		'remind-endings': (_, context) => remindEndings(context),
		'tell-lead-worker': (payload, context) => tellLeadWorker({ post, origin }, payload, context),
		'tell-data-protection': (payload, context) =>
			tellDataProtection({ post, privacyContact }, payload, context),
	}) satisfies Partial<Handlers>;
