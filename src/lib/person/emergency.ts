export const emergencyReasons = ['danger', 'lodging-tonight', 'legal-duty'] as const;
export type EmergencyReason = (typeof emergencyReasons)[number];

const hour = 3_600_000;

/** An emergency opens identity, request, steps and appointments for three hours, and not a minute more. */
export const emergencyLasts = 3 * hour;

/** Within a day the person is told; within seven, somebody else of the lead organisation judges it. */
export const toldWithin = 24 * hour;
export const reviewedWithin = 7 * 24 * hour;

export const reviews = ['justified', 'not-justified'] as const;

interface Opened {
	readonly openedAt: Date;
	readonly toldAt: Date | null;
	readonly delayedBecause: string | null;
	readonly reviewedAt: Date | null;
}

/** What the lead organisation still owes: to tell her, or to judge. */
export const stillToTell = ({ toldAt }: Opened): boolean => toldAt === null;
export const stillToReview = ({ reviewedAt }: Opened): boolean => reviewedAt === null;

/** The instants at which it is owed. */
export const tellBy = ({ openedAt }: Opened): Date => new Date(openedAt.getTime() + toldWithin);
export const reviewBy = ({ openedAt }: Opened): Date => new Date(openedAt.getTime() + reviewedWithin);
