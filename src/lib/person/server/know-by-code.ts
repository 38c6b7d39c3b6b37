import { sql } from 'kysely';
import * as z from 'zod';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { textVersion } from '../agreement.ts';
import { cardMonths, looksLikePersonCode, plainPersonCode } from '../person-code.ts';
import { codeHash } from './code-hash.ts';
import { leadsPerson } from './lead.ts';
import { organisationOf } from './people.ts';

export const SaidCode = z.object({
	personCode: z.string().transform(plainPersonCode).refine(looksLikePersonCode, 'person.code-form'),
	/** What comes next: her file, or the door of an emergency. */
	next: z.enum(['file', 'emergency']).default('file'),
});

/** Who types: to be limited, and then to act. */
interface Typist {
	readonly act: Work;
	readonly door: Work;
	readonly accountId: string;
}

/**
 * A person says her code: the worker's organisation knows her identity and how to reach her, for twelve months, because
 * she agreed so. A code that never was, that ended and that is too old get the same words.
 * @returns the person's id
 * @throws Refusal 422 for a code that opens nothing; 429 after too many
 */
export async function knowByCode(
	{ act, door, accountId }: Typist,
	{ personCode }: Pick<z.output<typeof SaidCode>, 'personCode'>,
	{ address }: Visitor,
): Promise<string> {
	const tries = await withinLimit(door, 'type-person-code', { account: accountId, address });
	const personId = await act((each) => agreeByCode(each, personCode));
	await door((each) => giveBack(each, tries));
	return personId;
}

async function agreeByCode(act: Act, code: string): Promise<string> {
	const personId = await personOfCode(act, code);
	if (!personId) throw new Refusal(422, 'person.code-unknown');
	const known = (await leadsPerson(act, personId)) || (await agreedLately(act, personId));
	if (!known) await agree(act, personId);
	return personId;
}

/** The database is told the hash of what was said, for this act, and answers who said it. */
async function personOfCode({ tx }: Act, code: string): Promise<string | undefined> {
	await sql`select set_config('app.code', ${codeHash(code).toString('hex')}, true)`.execute(tx);
	const { rows } = await sql<{ personId: string | null }>`select person_of_code() as person_id`.execute(tx);
	return rows[0]?.personId ?? undefined;
}

const inMonths = (at: Date, months: number): Date =>
	new Date(`${addMonths(at.toISOString().slice(0, 10), months)}T00:00:00Z`);

/** The same code said twice in a month agrees once. */
async function agreedLately({ tx, actor, at }: Act, personId: string): Promise<boolean> {
	const held = await tx
		.selectFrom('agreement')
		.select('id')
		.where('personId', '=', personId)
		.where('organisationId', '=', organisationOf(actor))
		.where('way', '=', 'code')
		.where('revokedAt', 'is', null)
		.where('endsAt', '>', inMonths(at, cardMonths - 1))
		.executeTakeFirst();
	return held !== undefined;
}

async function agree(act: Act, personId: string): Promise<void> {
	const { tx, actor, at } = act;
	const organisationId = organisationOf(actor);
	await tx
		.insertInto('agreement')
		.values({
			id: crypto.randomUUID(),
			...{ personId, organisationId, textVersion },
			...{ level: 1, purpose: 'follow-up', proof: 'code', way: 'code' },
			startsAt: at,
			endsAt: inMonths(at, cardMonths),
			recordedBy: organisationId,
			recordedByHat: actor.hat?.id ?? null,
			recordedAt: at,
		})
		.execute();
	await record(act, 'agreement.recorded', personId, { level: 1, way: 'code' });
}
