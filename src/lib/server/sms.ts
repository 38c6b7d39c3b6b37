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

const patience = 20_000;

/**
 * A provider that takes `{ to, text }` in JSON by POST, under a bearer token: most do, or a few lines in front of them
 * do. Neither the number nor the text is told when it fails.
 */
export const httpSms =
	(url: string, token: string | undefined): SendSms =>
	async ({ to, text }) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
			body: JSON.stringify({ to, text }),
			signal: AbortSignal.timeout(patience),
		});
		await response.body?.cancel();
		if (!response.ok) throw new Error(`the provider of text messages answered ${response.status}`);
	};
