import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { remindEndings } from './remind-endings.ts';
import { tellLeadWorker } from './tell-lead-worker.ts';

/** The jobs of this room; `origin` is the public address that mailed links carry. */
export const personJobs = ({ post, origin }: Pick<Application, 'post'> & { readonly origin: string }) =>
	({
		'remind-endings': (_, context) => remindEndings(context),
		'tell-lead-worker': (payload, context) => tellLeadWorker({ post, origin }, payload, context),
	}) satisfies Partial<Handlers>;
