const day = 86_400_000;

/** The link of a mail serves two months, until all that it asks is answered. */
export const letterLife = 60 * day;

/** An organisation is never written to twice within this time, whoever asks. */
export const silence = 30 * day;

export const answers = ['exact', 'closed'] as const;

/** The page that the mail opens; it only asks: mail scanners open links too. */
export const letterPath = (token: string): string => `/verifier/${token}`;

/** Mails leave on working days, from eight to six in Paris; this instant, or the next one when they may. */
export function nextSending(at: Date): Date {
	for (let next = at; ; next = new Date(next.getTime() + hour - (next.getTime() % hour)))
		if (isWorkingHour(next)) return next;
}

const hour = 3_600_000;
const paris = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Paris',
	weekday: 'short',
	hour: 'numeric',
	hourCycle: 'h23',
});

function isWorkingHour(at: Date): boolean {
	const parts = Object.fromEntries(paris.formatToParts(at).map(({ type, value }) => [type, value]));
	const clock = Number(parts.hour);
	return clock >= 8 && clock < 18 && parts.weekday !== 'Sat' && parts.weekday !== 'Sun';
}
