import { shownInstant } from '#lib/access/shown-date.ts';
import { application } from '#lib/server/application.ts';
import { keptMail } from '#lib/server/mail.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async () => {
	const { mailFolder } = application();
	const mails = mailFolder ? await keptMail(mailFolder) : [];
	return { mails: mails.map((mail) => ({ ...mail, at: shownInstant(new Date(mail.at)) })) };
};
