import type { Handlers } from '../../server/jobs.ts';
import type { Post } from '../../server/mail.ts';
import { translate } from '../../texts/translator.ts';
import { announceInvitation } from './announce-invitation.ts';
import { announceSignInLink } from './announce-sign-in-link.ts';
import { forgetOldSecrets } from './forget-old-secrets.ts';

/** The jobs of this room; `post` is how this installation's mail leaves. */
export const accessJobs = ({ post }: { readonly post: Post }) =>
	({
		'send-sign-in-link': (payload, context) => announceSignInLink(post, payload, context),
		'send-invitation': (payload, context) => announceInvitation(post, payload, context),
		'send-notice': ({ email, key }) =>
			post({ to: email, subject: translate(`mail.${key}.subject`), text: translate(`mail.${key}.text`) }),
		'forget-old-secrets': (_, context) => forgetOldSecrets(context),
	}) satisfies Partial<Handlers>;
