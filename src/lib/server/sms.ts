import { translate } from '#lib/texts/translator.ts';
import { folderPost } from './mail.ts';

export interface Sms {
	readonly to: string;
	readonly text: string;
}
/** How this installation's text messages leave: a port, so that each provider is one function. */
export type SendSms = (sms: Sms) => Promise<void>;

/** Without a provider, text messages land in the folder of mail, and say that they were not sent. */
export const folderSms =
	(folder: string, now?: () => Date): SendSms =>
	({ to, text }) =>
		folderPost(folder, now)({ to, subject: translate('notes.sms-kept'), text });
