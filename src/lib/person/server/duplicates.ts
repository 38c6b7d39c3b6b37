import type { Act } from '#lib/server/act.ts';
import { nearNames } from '../person-name.ts';
import { organisationOf } from './people.ts';

/** Somebody of the same organisation whose name is the same, or near. */
export interface PossibleDuplicate {
	readonly pathwayId: string;
	readonly name: string;
	readonly leadName: string;
}

/** The most that are shown: beyond, the name is simply frequent. */
const most = 8;

/**
 * People of the actor's own organisation who may be the same, those nearest first. Across organisations nothing is
 * looked at, even what an agreement would let her read.
 */
export const possibleDuplicates = async (act: Act, name: string): Promise<readonly PossibleDuplicate[]> =>
	nearestOf(await organisationPeople(act), name);

/** Everybody whom the actor's own organisation follows, as far as she may know them, the latest first. */
export const organisationPeople = ({ tx, actor }: Act): Promise<readonly PossibleDuplicate[]> =>
	tx
		.selectFrom('pathway')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.select(['pathway.id as pathwayId', 'person.name', 'pathway.leadName'])
		.where('pathway.leadOrganisationId', '=', organisationOf(actor))
		.orderBy('pathway.openedAt', 'desc')
		.execute();

/** Those whose name is the same, or near; a few. */
export const nearestOf = (people: readonly PossibleDuplicate[], name: string): readonly PossibleDuplicate[] =>
	people.filter((each) => nearNames(each.name, name)).slice(0, most);
