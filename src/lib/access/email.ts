import * as z from 'zod';

/** An address as it is kept and compared: without spaces around, in lower case. */
export const normaliseEmail = (typed: string): string => typed.trim().toLowerCase();

/** At most 254 characters, the longest address a mail server accepts (RFC 5321, section 4.5.3.1.3). */
export const Email = z
	.string('access.email-missing')
	.transform(normaliseEmail)
	.pipe(
		z
			.string()
			.min(1, 'access.email-missing')
			.max(254, 'access.email-wrong')
			.pipe(z.email('access.email-wrong')),
	);
