import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { organisationOf } from './people.ts';

/**
 * The name of an organisation that something may be told to: another one, that stands in the directory.
 * @throws Refusal 422 otherwise
 */
export async function nameRecipient({ tx, actor }: Act, id: string): Promise<string> {
	if (id === organisationOf(actor)) throw new Refusal(422, 'agreements.organisation-own');
	const organisation = await tx
		.selectFrom('organisation')
		.select('name')
		.where('id', '=', id)
		.where('goneAt', 'is', null)
		.where('mergedInto', 'is', null)
		.executeTakeFirst();
	if (!organisation) throw new Refusal(422, 'agreements.organisation-missing');
	return organisation.name;
}
