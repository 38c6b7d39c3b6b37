import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { deliverWebhook } from '../webhooks/server/deliver-webhook.ts';

/** The jobs of this room. */
export const directoryJobs = ({ safe }: Pick<Application, 'safe' | 'post'>) =>
	({
		'deliver-webhook': (payload, context) => deliverWebhook({ safe }, payload, context),
	}) satisfies Partial<Handlers>;
