import * as z from 'zod';
import type { Level } from '../evaluate.ts';
import type { Action, OwnerKind, RuleId } from '../rule.ts';

/** An alert may be put off so many days at most: a silence never goes unnoticed. */
export const longestSnoozeDays = 30;

/** The latest time an organisation put an alert off. */
export interface Snooze {
	/** The day it comes back, YYYY-MM-DD. */
	readonly until: string;
	readonly reason: string;
}

/** An open alert as whoever may read it sees it. */
export interface OpenAlert {
	readonly id: string;
	readonly rule: RuleId;
	readonly level: Level;
	readonly subjectKind: string;
	readonly subject: string;
	readonly personId: string;
	readonly pathwayId: string | null;
	readonly referralId: string | null;
	readonly targetId: string | null;
	readonly targetName: string | null;
	readonly owner: OwnerKind;
	readonly ownerOrganisationId: string | null;
	readonly ownerHatId: string | null;
	readonly actions: readonly Action[];
	readonly params: Readonly<Record<string, string | number>>;
	readonly occurredAt: Date;
	readonly since: Date;
	readonly risenAt: Date;
	/** The calendar day when it reached its level, YYYY-MM-DD. */
	readonly day: string;
	readonly snooze: Snooze | null;
	/** What the actor herself said of it. */
	readonly useful: boolean | null;
}

/** Whether an alert is put off today. @param today calendar date YYYY-MM-DD */
export const isPutOff = ({ snooze }: Pick<OpenAlert, 'snooze'>, today: string): boolean =>
	snooze !== null && snooze.until > today;

export const AlertId = z
	.string('alerts.unknown')
	.regex(/^R\d{1,2}:[0-9a-f-]{36}:[\dT:.Z-]{20,30}$/, 'alerts.unknown');
