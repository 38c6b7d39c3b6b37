/** What the root layout needs to know; any of it may be missing, for instance on an error page. */
export interface Shell {
	readonly session?: ShellSession | null | undefined;
	/** Mail lands in a folder instead of leaving: the page says so. */
	readonly emulatedMail?: boolean | undefined;
	/** The directory shown is invented. */
	readonly demo?: boolean | undefined;
}

export interface ShellSession {
	readonly name: string;
	readonly hats: readonly { readonly id: string; readonly label: string }[];
	readonly hatId: string | null;
	/** Keeps the shared directory true: the desk is one press away. */
	readonly steward: boolean;
	/** The organisation of the hat put on, if it has one. */
	readonly organisationId: string | null;
	/** Follows people: goes to one of them, or starts an act, from anywhere. */
	readonly follows: boolean;
	/** The pages of one's work, in the menu. */
	readonly work: readonly { readonly href: string; readonly label: string }[];
}
