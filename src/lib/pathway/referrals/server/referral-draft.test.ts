import { expect, test } from 'vitest';
import { saveDraft } from '#lib/pathway/server/drafts.ts';
import { followed } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { draftReferral, NewReferral } from './draft-referral.ts';
import { askedBefore, referralDraft } from './referral-draft.ts';

const here = await world();

function typed(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, text] of Object.entries(fields)) data.set(name, text);
	return data;
}

test('words come back to their author alone, without recipient or data; once drafted for good they are forgotten', async () => {
	const lila = await followed(here, 'Lila');
	const { act } = lila.worker;
	const read = (who = act) => who((each) => askedBefore(each, lila.pathwayId));
	const garage = await here.organisation('Garage');
	const fields = {
		need: 'Passer le permis',
		domain: 'mobility',
		fields: 'phone',
		organisationIds: garage.id,
	};
	await act((each) => saveDraft(each, referralDraft(lila.pathwayId), typed(fields)));
	expect(await read()).toMatchObject({ values: { need: 'Passer le permis', domain: 'mobility' } });
	expect(Object.keys((await read())?.values ?? {}).sort()).toEqual(['domain', 'need']);
	const colleague = await here.person('Léo Martin', 'worker', lila.organisation.id);
	expect(await read(colleague.act)).toBeUndefined();

	const draft = NewReferral.parse({ ...fields, fields: [], organisationIds: [garage.id] });
	await act((each) => draftReferral(each, lila.pathwayId, draft));
	expect(await read()).toBeUndefined();
});

test('a choice of domain alone is no draft', async () => {
	const lila = await followed(here, 'Lila');
	const { act } = lila.worker;
	await act((each) => saveDraft(each, referralDraft(lila.pathwayId), typed({ domain: 'work', need: '' })));
	expect(await act((each) => askedBefore(each, lila.pathwayId))).toBeUndefined();
});
