import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

export interface NewPerson {
	readonly name: string;
	readonly phone?: string | null;
	readonly language?: string | null;
	readonly communeCode?: string | null;
}

/** Inserts a person whose first organisation is the actor's; readable once her pathway stands. */
export async function insertPerson({ tx, actor, at }: Act, person: NewPerson): Promise<string> {
	const id = crypto.randomUUID();
	await tx
		.insertInto('person')
		.values({ ...person, id, openedBy: organisationOf(actor), openedAt: at })
		.execute();
	return id;
}

/** The person, as far as the actor may know her; otherwise as if she did not exist. */
export async function findPerson({ tx }: Act, id: string) {
	const person = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
	if (!person) throw new Refusal(404, 'problem.nothing-here');
	return person;
}

/** The organisation in whose name the actor acts; acting without one is refused. */
export function organisationOf(actor: Act['actor']): string {
	if (!actor.hat?.organisationId) throw new Refusal(404, 'problem.nothing-here');
	return actor.hat.organisationId;
}
