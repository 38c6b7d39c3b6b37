import type { Handlers } from '#lib/server/jobs.ts';
import { findAlertsJob, findAllAlertsJob } from '../alerts/server/find-alerts.ts';

/** The jobs of this room. */
export const ruptureJobs = () =>
	({
		'find-alerts': (_, context) => findAlertsJob(context),
		'find-all-alerts': (_, context) => findAllAlertsJob(context),
	}) satisfies Partial<Handlers>;
