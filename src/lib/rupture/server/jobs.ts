import type { Handlers } from '#lib/server/jobs.ts';
import type { Post } from '#lib/server/mail.ts';
import { findAlertsJob, findAllAlertsJob } from '../alerts/server/find-alerts.ts';
import { postDigest } from '../digest/server/post-digest.ts';
import { postUrgent } from '../digest/server/post-urgent.ts';
import { sendDigestsJob } from '../digest/server/send-digests.ts';
import { sendUrgentJob } from '../digest/server/send-urgent.ts';

/** What the jobs of this room need: how this installation's mail leaves, and its public address. */
interface Needs {
	readonly post: Post;
	readonly origin: string;
}

/** The jobs of this room. */
export const ruptureJobs = (needs: Needs) =>
	({
		'find-alerts': (_, context) => findAlertsJob(context),
		'find-all-alerts': (_, context) => findAllAlertsJob(context),
		'send-digests': (_, context) => sendDigestsJob(context),
		'post-digest': (payload, context) => postDigest(needs, payload, context),
		'send-urgent': (_, context) => sendUrgentJob(context),
		'post-urgent': (payload, context) => postUrgent(needs, payload, context),
	}) satisfies Partial<Handlers>;
