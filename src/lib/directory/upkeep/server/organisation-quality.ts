import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { type Judged, type Quality, qualityOf } from '../../quality.ts';
import { oneOf, someOf } from '../../server/closed-lists.ts';
import { audiences, fees, mobilisationModes, mobilisers, welcomeModes } from '../../service.ts';
import { dayInParis } from './due-services.ts';

export interface JudgedService {
	readonly id: string;
	readonly name: string;
	readonly quality: Quality;
}

/** How well each service of an organisation is described, the weakest first. */
export async function readQuality({ tx, at }: Act, organisationId: string): Promise<JudgedService[]> {
	const rows = await tx
		.selectFrom('listedService as s')
		.innerJoin('organisation as o', 'o.id', 's.organisationId')
		.leftJoin('place as p', 'p.id', 's.placeId')
		.select([
			's.id',
			's.name',
			's.description',
			's.topics',
			's.fee',
			's.feeDetails',
			's.audiences',
			's.welcomeModes',
			's.phone',
			's.email',
			's.mobilisationLink',
			's.mobilisationModes',
			's.mobilisableBy',
			's.updatedOn',
			's.verifiedOn',
			's.confidential',
			's.contactPrivate',
			'p.address',
			'o.phone as organisationPhone',
			'o.email as organisationEmail',
		])
		.where('s.organisationId', '=', organisationId)
		.orderBy(sql`s.name`)
		.execute();
	const today = dayInParis(at);
	return rows
		.map((row) => {
			const owner = { phone: row.organisationPhone, email: row.organisationEmail };
			return { id: row.id ?? '', name: row.name ?? '', quality: qualityOf(judged(row), owner, today) };
		})
		.sort((a, b) => a.quality.score - b.quality.score);
}

type Row = { readonly [Column in keyof Omit<Judged, 'place'>]: unknown } & {
	readonly address: string | null;
};

/** A view's columns may all be null for the types; a listed service's are not. */
function judged(row: Row): Judged {
	const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
	const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
	return {
		description: text(row.description) ?? '',
		topics: list(row.topics),
		fee: oneOf(fees, text(row.fee)),
		feeDetails: text(row.feeDetails),
		audiences: someOf(audiences, list(row.audiences)),
		welcomeModes: someOf(welcomeModes, list(row.welcomeModes)),
		phone: text(row.phone),
		email: text(row.email),
		mobilisationLink: text(row.mobilisationLink),
		mobilisationModes: someOf(mobilisationModes, list(row.mobilisationModes)),
		mobilisableBy: someOf(mobilisers, list(row.mobilisableBy)),
		updatedOn: text(row.updatedOn) ?? '',
		verifiedOn: text(row.verifiedOn),
		confidential: row.confidential === true,
		contactPrivate: row.contactPrivate === true,
		place: { address: row.address },
	};
}
