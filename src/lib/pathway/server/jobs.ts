import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { announceReferral } from './announce-referral.ts';
import { countServiceAnswers } from './count-service-answers.ts';
import { remindAppointment } from './remind-appointment.ts';
import { tendReferrals } from './tend-referrals.ts';

type Needs = Pick<Application, 'post' | 'sms'> & { readonly origin: string };

/** The jobs of this room. */
export const pathwayJobs = ({ post, sms, origin }: Needs) =>
	({
		'announce-referral': (payload, context) => announceReferral({ post, origin }, payload, context),
		'remind-appointment': (payload, context) => remindAppointment({ post, sms }, payload, context),
		'count-service-answers': (_, context) => countServiceAnswers(context),
		'tend-referrals': (_, context) => tendReferrals(context),
	}) satisfies Partial<Handlers>;
