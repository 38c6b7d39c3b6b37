import { type Act, actAtTheDoor } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import { decidedLabel } from '../shown-proposition.ts';
import type { Mailing } from './send-review-letters.ts';

/** Tells who proposed what became of it, once all is decided; then the address is forgotten. */
export async function tellProposer(
	{ post, origin }: Mailing,
	{ correctionId }: Jobs['tell-proposer'],
	{ db, now }: JobContext,
): Promise<void> {
	const door = actAtTheDoor(db, now);
	const told = await door((act) => readDecided(act, correctionId));
	if (!told) return;
	const { contactEmail, kind, entryId, name, fields } = told;
	const decided = fields.map(({ field, state, reason }) => {
		const label = decidedLabel(field);
		if (state === 'accepted') return translate('upkeep.mail.told-accepted', { label });
		return translate('upkeep.mail.told-refused', { label, reason: reason ?? '' });
	});
	await post({
		to: contactEmail,
		subject: translate('upkeep.mail.told-subject', { name }),
		text: translate('upkeep.mail.told-text', {
			name,
			decided: decided.join('\n'),
			link: `${origin}/${kind === 'service' ? 'services' : 'structures'}/${entryId}`,
		}),
	});
	await door(({ tx, at }) =>
		tx
			.updateTable('correction')
			.set({ toldAt: at, contactEmail: null })
			.where('id', '=', correctionId)
			.where('toldAt', 'is', null)
			.execute(),
	);
}

async function readDecided({ tx }: Act, correctionId: string) {
	const correction = await tx
		.selectFrom('correction')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.leftJoin('service', 'service.id', 'entryId')
		.select(({ fn }) => [
			'contactEmail',
			'correction.kind',
			'entryId',
			fn.coalesce('service.name', 'organisation.name').as('name'),
		])
		.where('correction.id', '=', correctionId)
		.where('toldAt', 'is', null)
		.executeTakeFirst();
	const fields = await tx
		.selectFrom('correctionField')
		.select(['field', 'state', 'reason'])
		.where('correctionId', '=', correctionId)
		.orderBy('decidedAt')
		.orderBy('id')
		.execute();
	if (!correction?.contactEmail || fields.some(({ state }) => state === 'open')) return undefined;
	return { ...correction, contactEmail: correction.contactEmail, fields };
}
