/** How a file is kept: protected is seen in an emergency, closed by its lead worker and named organisations only. */
export const protections = ['ordinary', 'protected', 'closed'] as const;
export type Protection = (typeof protections)[number];

/** Whether and how she may be contacted without danger. */
export const contactRules = ['free', 'careful', 'never'] as const;
export type ContactRule = (typeof contactRules)[number];

/** The database holds nothing else; a word it would add later is read as the most careful. */
export const protectionOf = (told: string): Protection =>
	protections.find((each) => each === told) ?? 'closed';
export const contactRuleOf = (told: string): ContactRule =>
	contactRules.find((each) => each === told) ?? 'never';
