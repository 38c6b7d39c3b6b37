import { deliverWebhook } from '#lib/directory/webhooks/server/deliver-webhook.ts';
import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { remindAppointment } from '../appointments/server/remind-appointment.ts';
import { mayTell } from '../exchange/server/may-tell.ts';
import { tellDueSteps } from '../exchange/server/tell-due-steps.ts';
import { tendExchanges } from '../formats/server/tend-exchanges.ts';
import { announceReferral } from '../referrals/server/announce-referral.ts';
import { countServiceAnswers } from '../referrals/server/count-service-answers.ts';
import { mailSilence } from '../referrals/server/mail-silence.ts';
import { tendReferrals } from '../referrals/server/tend-referrals.ts';
import { forgetSituations } from '../situations/server/forget-situations.ts';

type Needs = Pick<Application, 'safe' | 'post' | 'sms'> & { readonly origin: string };

/** The jobs of this room. */
export const pathwayJobs = ({ safe, post, sms, origin }: Needs) =>
	({
		'announce-referral': (payload, context) => announceReferral({ post, origin }, payload, context),
		'remind-appointment': (payload, context) => remindAppointment({ post, sms }, payload, context),
		// Told here, since only this room knows who may still read what is told.
		'deliver-webhook': (payload, context) => deliverWebhook({ safe, mayTell }, payload, context),
		'tell-due-steps': tellDueSteps,
		'count-service-answers': (_, context) => countServiceAnswers(context),
		'tell-silence': (payload, context) => mailSilence({ post, origin }, payload, context),
		'tend-referrals': async (_, context) => {
			await tendReferrals(context);
			await tendExchanges(context);
			await forgetSituations(context);
		},
	}) satisfies Partial<Handlers>;
