import { fieldsOf } from '#lib/form.ts';
import { type AskedPeople, peopleAsked } from '#lib/pathway/people-asked.ts';
import { listPeople, peoplePerPage } from '#lib/pathway/server/list-people.ts';
import { showPerson } from '#lib/pathway/shown-people.ts';
import type { Act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.act((act) => listed(act, peopleAsked(url.searchParams)));

export const actions: Actions = {
	/** A first name travels in the body: no address, no history, no log keeps it. */
	chercher: async ({ locals, request, url }) => {
		const typed = String((await fieldsOf(request)).get('prenom') ?? '');
		return locals.act((act) => listed(act, peopleAsked(url.searchParams, typed)));
	},
};

async function listed(act: Act, asked: AskedPeople) {
	const people = await listPeople(act, asked);
	const total = people[0]?.total ?? 0;
	return {
		asked,
		people: people.map((each) => showPerson(each, act.at)),
		pages: Math.ceil(total / peoplePerPage),
		total,
	};
}
