import { peopleAsked } from '#lib/pathway/people-asked.ts';
import { findServiceToRefer } from '#lib/pathway/referrals/server/referral-form.ts';
import { listPeople } from '#lib/pathway/server/list-people.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import { Refusal } from '#lib/refusal.ts';
import type { PageServerLoad } from './$types.ts';

/** From a service to a person: the most of the way of a referral is made. */
export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (act) => {
		const service = await findServiceToRefer(act, uuidOf(url.searchParams.get('service') ?? undefined));
		if (!service) throw new Refusal(404, 'problem.nothing-here');
		const asked = peopleAsked(url.searchParams);
		const people = await listPeople(act, asked);
		return {
			service,
			name: asked.name,
			people: people
				.filter(({ state }) => state !== 'closed')
				.map(({ id, name, leadName }) => ({ id, name, leadName })),
		};
	});
