import * as z from 'zod';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import { endOf, textVersion } from '#lib/person/agreement.ts';
import { ordinaryDomains } from '#lib/person/domain.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dateIn } from '#lib/time/zone.ts';
import { openOwnPathway } from './own-pathway.ts';

/** What she may choose to show: who she is, her steps and appointments, her assessment too. */
export const sharedLevels = ['1', '3', '4'] as const;
export const sharedMonths = ['1', '3', '6', '12'] as const;

/** The subjects of her assessment are boxes of their own: `sujet-housing`… */
export const SharingOwn = z.looseObject({
	organisation: z.uuid('own-hand.place-missing'),
	level: z.enum(sharedLevels, 'own-hand.level-missing').transform(Number),
	months: z.enum(sharedMonths, 'own-hand.months-missing').transform(Number),
});

/**
 * She shares with a place that she chooses, until a day: nobody else says yes for her. Sensitive subjects are not shared
 * here: each takes somebody to explain it.
 * @returns with whom, and the last day
 * @throws Refusal 404, 409 without an open pathway; 422 when the place is unknown or already follows her
 */
export async function shareOwn(act: Act, form: z.output<typeof SharingOwn>, language: string) {
	const { tx, at } = act;
	const { personId, leadOrganisationId } = await openOwnPathway(act);
	const organisation = await tx
		.selectFrom('organisation')
		.select(['id', 'name'])
		.where('id', '=', form.organisation)
		.executeTakeFirst();
	if (!organisation) throw new Refusal(422, 'own-hand.place-missing');
	if (organisation.id === leadOrganisationId) throw new Refusal(422, 'own-hand.place-follows');
	const domains =
		form.level === 4 ? ordinaryDomains.filter((domain) => form[`sujet-${domain}`] !== undefined) : [];
	if (form.level === 4 && domains.length === 0) throw new Refusal(422, 'own-hand.subjects-missing');
	const until = addMonths(dateIn(at, 'Europe/Paris'), form.months);
	await tx
		.insertInto('agreement')
		.values({
			...{ personId, organisationId: organisation.id, level: form.level, domains, language, textVersion },
			purpose: 'follow-up',
			startsAt: at,
			endsAt: endOf(until, at),
			proof: 'click',
			way: 'her-space',
			recordedAt: at,
		})
		.execute();
	await record(act, 'agreement.recorded', personId, { level: form.level, way: 'her-space' });
	return { organisation: organisation.name, until };
}
