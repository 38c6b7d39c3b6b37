import * as z from 'zod';
import type { Hat, Role } from '../actor.ts';

export const scopes = ['read', 'webhooks', 'referrals', 'steps'] as const;
export type Scope = (typeof scopes)[number];

/** A machine that asks, known by its key. */
export interface ApiKey {
	readonly id: string;
	readonly accountId: string;
	readonly scopes: readonly Scope[];
	/** The hat in whose name it acts, when it touches people; none for what is public. */
	readonly hat: Hat | null;
	/** Requests a minute. */
	readonly perMinute: number;
}

/** What a machine without a key may ask each minute, by address. */
export const anonymousPerMinute = 300;
export const keyPerMinute = 3000;

/** For how long a key may serve, in days. */
export const lifetimes = [90, 365, 730] as const;

export const NewApiKey = z.object({
	name: z
		.string('access.key-name-missing')
		.trim()
		.min(1, 'access.key-name-missing')
		.max(120, 'access.key-name-long'),
	scope: z.enum(scopes, 'access.key-scope-missing'),
	days: z.coerce
		.number()
		.refine((days) => (lifetimes as readonly number[]).includes(days), 'access.key-days-missing'),
});

/** What a key made for a scope permits: the wider ones hold what they cannot do without. */
export const givenWith = (scope: Scope): readonly Scope[] => wider[scope] ?? [scope];
const wider: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
	webhooks: ['read', 'webhooks'],
	steps: ['referrals', 'steps'],
};

/** Whether a scope opens something about people: its keys then act as the hat that makes them. */
export const isPersonal = (scope: Scope): boolean => scope === 'referrals' || scope === 'steps';

/** What the keys of each role may permit: whoever accompanies people hands on referrals, in her own name. */
export const scopesOf = (hat: Hat | null): readonly Scope[] =>
	(hat && (hat.organisationId || !accompanies.includes(hat.role)) && byRole[hat.role]) || [];
const byRole: Readonly<Partial<Record<Role, readonly Scope[]>>> = {
	integrator: ['read', 'webhooks'],
	administrator: ['read', 'webhooks'],
	worker: ['referrals', 'steps'],
	provider: ['referrals'],
};
const accompanies: readonly Role[] = ['worker', 'provider'];

const prefix = 'pas_';
export const keyText = (token: string): string => prefix + token;

/** The key that a request shows, RFC 6750; undefined when it shows none. */
export const keyShown = (authorization: string | null): string | undefined =>
	authorization === null ? undefined : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
