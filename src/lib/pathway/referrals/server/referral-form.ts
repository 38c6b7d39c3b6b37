import { findOrganisations } from '#lib/access/server/hat-places.ts';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { findPerson } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { type FieldName, fieldLevels, fieldNames } from '../referral.ts';

/** What the form of a referral starts from: whom it may go to, and what is known of the person that she may let go. */
export async function readReferralForm(
	act: Act,
	pathwayId: string,
	{ serviceId, words, parentId }: { serviceId: string | null; words: string; parentId: string | null },
) {
	const { personId } = await findPathway(act, pathwayId);
	const person = await findPerson(act, personId);
	return {
		service: serviceId ? await findServiceToRefer(act, serviceId) : undefined,
		organisations: words.trim() ? await findOrganisations(act, words, 12) : [],
		parent: parentId ? await findParent(act, parentId) : undefined,
		known: knownOf(person),
	};
}

/** The fields that hold something now, with what they hold: nobody agrees to what she does not see. */
function knownOf(person: Awaited<ReturnType<typeof findPerson>>): { name: FieldName; value: string }[] {
	const values: Partial<Record<FieldName, string | null>> = {
		phone: person.phone,
		email: person.email,
		language: person.language,
		interpreter: person.interpreter ? 'yes' : null,
		'birth-year': person.birthYear === null ? null : String(person.birthYear),
		commune: person.communeCode,
	};
	return fieldNames.flatMap((name) => {
		const value = values[name];
		return fieldLevels[name] === 1 && value ? [{ name, value }] : [];
	});
}

/** A service that takes referrals, and until when it has paused them. */
export async function findServiceToRefer({ tx, at }: Act, id: string) {
	const service = await tx
		.selectFrom('service')
		.innerJoin('organisation', 'organisation.id', 'service.organisationId')
		.leftJoin('referralPause', (join) =>
			join
				.onRef('referralPause.organisationId', '=', 'organisation.id')
				.on('referralPause.endedAt', 'is', null)
				.on('referralPause.until', '>=', at.toISOString().slice(0, 10))
				.on((eb) =>
					eb.or([eb('referralPause.serviceId', 'is', null), eb('referralPause.serviceId', '=', id)]),
				),
		)
		.select([
			'service.id',
			'service.name',
			'service.topics',
			'organisation.name as organisation',
			'referralPause.until as pausedUntil',
			'referralPause.words as pauseWords',
		])
		.where('service.id', '=', id)
		.where('service.goneAt', 'is', null)
		.executeTakeFirst();
	return service;
}

/** The referral taken up again: its need is proposed, never its agreement. */
async function findParent({ tx }: Act, id: string) {
	const parent = await tx
		.selectFrom('referral')
		.leftJoin('referralField as need', (join) =>
			join.onRef('need.referralId', '=', 'referral.id').on('need.name', '=', 'need'),
		)
		.select(['referral.id', 'referral.domain', 'need.value as need'])
		.where('referral.id', '=', id)
		.executeTakeFirst();
	return parent;
}
