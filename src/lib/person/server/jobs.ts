import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { remindEndings } from './remind-endings.ts';
import { tellDataProtection } from './tell-data-protection.ts';
import { tellLeadWorker } from './tell-lead-worker.ts';

interface Needs extends Pick<Application, 'post'> {
	/** The public address that mailed links carry. */
	readonly origin: string;
	/** Who watches over personal data here; undefined: the administrators. */
	readonly privacyContact?: string | undefined;
}

/** The jobs of this room. */
export const personJobs = ({ post, origin, privacyContact }: Needs) =>
	({
		'remind-endings': (_, context) => remindEndings(context),
		'tell-lead-worker': (payload, context) => tellLeadWorker({ post, origin }, payload, context),
		'tell-data-protection': (payload, context) =>
			tellDataProtection({ post, privacyContact }, payload, context),
	}) satisfies Partial<Handlers>;
