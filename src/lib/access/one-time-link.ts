const minute = 60_000;

export type LinkPurpose = 'sign-in' | 'recovery';

/** A link received by mail serves once, within a quarter of an hour. */
export const linkLife = 15 * minute;

/** The page that each kind of link opens. */
export const linkPath = (purpose: LinkPurpose, token: string): string =>
	purpose === 'sign-in' ? `/connexion/lien/${token}` : `/connexion/oubli/${token}`;
