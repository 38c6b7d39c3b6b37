import { peopleAsked } from '#lib/pathway/people-asked.ts';
import { listPeople, peoplePerPage } from '#lib/pathway/server/list-people.ts';
import { showPerson } from '#lib/pathway/shown-people.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (act) => {
		const asked = peopleAsked(url.searchParams);
		const people = await listPeople(act, asked);
		return {
			asked,
			people: people.map((each) => showPerson(each, act.at)),
			pages: Math.ceil((people[0]?.total ?? 0) / peoplePerPage),
			total: people[0]?.total ?? 0,
		};
	});
