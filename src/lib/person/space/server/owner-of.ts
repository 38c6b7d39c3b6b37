import { Refusal } from '#lib/refusal.ts';
import type { OwnSession } from '../own-session.ts';

/** Whose space it is. @throws Refusal 401 when nobody is in it: her visit ended meanwhile */
export function ownerOf(own: OwnSession | null): string {
	if (!own) throw new Refusal(401, 'own-space.enter-lead');
	return own.personId;
}
