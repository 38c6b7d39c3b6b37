import type { Act } from '#lib/server/act.ts';
import type { Level } from '../agreement.ts';
import { type HeldAgreement, type Reader, readersOf } from '../sharing.ts';

/** The organisations that read something of a person now, as far as the actor may know them. */
export async function listReaders({ tx, at }: Act, personId: string): Promise<readonly Reader[]> {
	const rows = await tx
		.selectFrom('agreement')
		.innerJoin('organisation', 'organisation.id', 'agreement.organisationId')
		.select([
			'agreement.organisationId',
			'organisation.name as organisationName',
			'agreement.level',
			'agreement.domains',
			'agreement.way',
			'agreement.endsAt',
		])
		.where('agreement.personId', '=', personId)
		.where('agreement.revokedAt', 'is', null)
		.where('agreement.startsAt', '<=', at)
		.where('agreement.endsAt', '>', at)
		.execute();
	return readersOf(rows.map(({ way, ...row }): HeldAgreement => held(row, way)));
}

/** The database holds levels from 1 to 5. */
const held = (
	{ level, ...row }: Omit<HeldAgreement, 'level' | 'byReferral'> & { level: number },
	way: string,
): HeldAgreement => ({ ...row, level: level as Level, byReferral: way === 'referral' });
