import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { remindAppointment } from '../appointments/server/remind-appointment.ts';
import { tendExchanges } from '../formats/server/tend-exchanges.ts';
import { announceReferral } from '../referrals/server/announce-referral.ts';
import { countServiceAnswers } from '../referrals/server/count-service-answers.ts';
import { mailSilence } from '../referrals/server/mail-silence.ts';
import { tendReferrals } from '../referrals/server/tend-referrals.ts';

type Needs = Pick<Application, 'post' | 'sms'> & { readonly origin: string };

/** The jobs of this room. */
export const pathwayJobs = ({ post, sms, origin }: Needs) =>
	({
		'announce-referral': (payload, context) => announceReferral({ post, origin }, payload, context),
		'remind-appointment': (payload, context) => remindAppointment({ post, sms }, payload, context),
		'count-service-answers': (_, context) => countServiceAnswers(context),
		'tell-silence': (payload, context) => mailSilence({ post, origin }, payload, context),
		'tend-referrals': async (_, context) => {
			await tendReferrals(context);
			await tendExchanges(context);
		},
	}) satisfies Partial<Handlers>;
