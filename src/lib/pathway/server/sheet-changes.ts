import { sql } from 'kysely';
import * as z from 'zod';
import { shownInstant } from '#lib/access/shown-date.ts';
import type { Act } from '#lib/server/act.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';

const Details = z.object({ fields: z.array(z.string()) });

/** Who changed her sheet last, when and what, in the reader's words. */
export async function lastChange({ tx }: Act, pathwayId: string) {
	const { rows } = await sql<{ name: string | null; at: Date; details: unknown }>`
		select c.name, e.happened_at as at, e.details
		from event e left join colleagues() c on c.hat_id = e.hat_id
		where e.subject = ${pathwayId} and e.name = 'pathway.sheet-changed'
		order by e.seq desc limit 1`.execute(tx);
	const [last] = rows;
	const fields = Details.safeParse(last?.details).data?.fields ?? [];
	return {
		by: last?.name ?? translate('person.somebody'),
		time: last ? shownInstant(last.at) : '',
		fields: fields.map(fieldName).join(', '),
	};
}

function fieldName(field: string): string {
	const key = `person.field-${field}`;
	return isTextKey(key) ? translate(key) : field;
}
