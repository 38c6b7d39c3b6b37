import { fieldsOf } from '#lib/form.ts';
import { peopleAsked } from '#lib/pathway/people-asked.ts';
import { findServiceToRefer } from '#lib/pathway/referrals/server/referral-form.ts';
import { listPeople } from '#lib/pathway/server/list-people.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** From a service to a person: the most of the way of a referral is made. */
export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (act) => {
		const service = await findServiceToRefer(act, uuidOf(url.searchParams.get('service') ?? undefined));
		if (!service) throw new Refusal(404, 'problem.nothing-here');
		return { service, people: await followed(act, '') };
	});

export const actions: Actions = {
	/** A first name travels in the body: no address keeps it. */
	chercher: async ({ locals, request }) => {
		const typed = String((await fieldsOf(request)).get('prenom') ?? '').slice(0, 80);
		return { name: typed, people: await locals.act((act) => followed(act, typed)) };
	},
};

const followed = async (act: Act, typed: string) =>
	(await listPeople(act, peopleAsked(new URLSearchParams(), typed)))
		.filter(({ state }) => state !== 'closed')
		.map(({ id, name, leadName }) => ({ id, name, leadName }));
