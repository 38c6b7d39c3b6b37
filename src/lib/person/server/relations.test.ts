import { beforeAll, expect, test } from 'vitest';
import { stopSharing } from '#lib/pathway/server/stop-sharing.ts';
import { actAs, type Work } from '#lib/server/act.ts';
import { alsoFollowed, type Followed, followed, share } from '#lib/testing/pathways.ts';
import { fillFile, seenBy } from '#lib/testing/whole-file.ts';
import { noon, world } from '#lib/testing/world.ts';
import { domains, ordinaryDomains } from '../domain.ts';
import { logAccess } from './access-log.ts';
import { openEmergency } from './open-emergency.ts';

const here = await world();
const { organisation, person, db } = here;

const steps = ['appointment', 'note shared', 'step'];
const everything = [...domains, ...steps, 'identity', 'log', 'note health', 'note private'].sort();

let lila: Followed;
beforeAll(async () => {
	lila = await followed(here, 'Lila');
	await fillFile(lila);
	await lila.worker.act((act) => logAccess(act, lila.personId, 'pathway'));
});

/** A worker of another organisation, before anything is shared with it. */
async function another(role: 'worker' | 'provider' = 'worker') {
	const { id } = await organisation('CCAS de Lens');
	return { ...(await person('Nour Petit', role, id)), organisationId: id };
}
const seen = (act: Work, { pathwayId }: { pathwayId: string } = lila) => seenBy(act, pathwayId);
const later = ({ actor }: Followed['worker'], days: number): Work =>
	actAs(db, actor, () => new Date(noon.getTime() + days * 86_400_000));
const sorted = (...names: (string | readonly string[])[]) => names.flat().sort();

test('lead: reads all, and so does a colleague', async () => {
	expect(await seen(lila.worker.act)).toEqual(everything);
	const colleague = await person('Léo Martin', 'worker', lila.organisation.id);
	expect(await seen(colleague.act)).toEqual(sorted(everything, 'timeline'));
});

test('stranger: a worker elsewhere, other roles of the lead organisation, an administrator, nobody: nothing', async () => {
	const roles = ['provider', 'facilitator', 'coordinator', 'funder', 'integrator', 'administrator'] as const;
	for (const role of roles)
		expect(await seen((await person('X', role, lila.organisation.id)).act)).toEqual([]);
	expect(await seen((await another()).act)).toEqual([]);
	expect(await seen((await person('X', 'administrator')).act)).toEqual([]);
	expect(await seen(here.stranger)).toEqual([]);
});

test.each([
	[1, [], ['identity']],
	[2, [], ['identity']],
	[3, [], ['identity', 'timeline', ...steps]],
	[4, ordinaryDomains, ['identity', 'timeline', ...steps, ...ordinaryDomains]],
	[4, ['money'], ['identity', 'timeline', ...steps, 'money']],
	[5, ['health'], ['health', 'note health']],
] as const)('shared at level %i, domains %j', async (level, named, expected) => {
	const nour = await another();
	await share(lila, nour.organisationId, level, named);
	expect(await seen(nour.act)).toEqual(sorted(expected));
	const provider = await person('Max Brun', 'provider', nour.organisationId);
	expect(await seen(provider.act)).toEqual([]);
});

test('ended: at its last instant it is over; revoked: at once', async () => {
	const nour = await another();
	const id = await share(lila, nour.organisationId, 4, ['money']);
	expect(await seen(later(nour, 89))).toContain('money');
	expect(await seen(later(nour, 90))).toEqual([]);
	await nour.act((act) => stopSharing(act, lila.personId, id, { way: 'phone' }));
	expect(await seen(nour.act)).toEqual([]);
});

test('an agreement to come opens nothing yet', async () => {
	const nour = await another();
	await share(lila, nour.organisationId, 3);
	expect(await seen(later(nour, -1))).toEqual([]);
});

test('a relative, a helper: another person of the same worker and home tells nothing of this one', async () => {
	const [nour, sister] = [await another(), await alsoFollowed(lila.worker, 'Mina')];
	await share(sister, nour.organisationId, 4, ['money']);
	expect(await seen(nour.act, sister)).toContain('identity');
	expect(await seen(nour.act)).toEqual([]);
});

test('pseudonymous: a name of her choice is a name like another', async () => {
	const [nour, star] = [await another(), await alsoFollowed(lila.worker, 'Étoile 7')];
	await fillFile(star);
	expect(await seen(nour.act, star)).toEqual([]);
	await share(star, nour.organisationId, 1);
	expect(await seen(nour.act, star)).toEqual(['identity']);
});

test('closed file: its lead worker and named agreements, not her colleagues, and no emergency', async () => {
	const [nour, hidden] = [await another(), await followed(here, 'Nina')];
	await fillFile(hidden);
	await hidden.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'closed' }).where('id', '=', hidden.personId).execute(),
	);
	const colleague = await person('Léo Martin', 'worker', hidden.organisation.id);
	expect(await seen(hidden.worker.act, hidden)).toContain('note private');
	expect(await seen(colleague.act, hidden)).toEqual([]);
	expect(await seen(nour.act, hidden)).toEqual([]);
	await share(hidden, nour.organisationId, 1);
	expect(await seen(nour.act, hidden)).toEqual(['identity']);
	const emergency = nour.act((act) =>
		openEmergency(act, hidden.pathwayId, { reason: 'danger', explanation: 'Un danger immédiat.' }),
	);
	await expect(emergency).rejects.toMatchObject({ status: 404 });
});

test('an emergency opens levels 1 to 3 and nothing sensitive', async () => {
	const [nour, hidden] = [await another(), await followed(here, 'Nina')];
	await fillFile(hidden);
	await share(hidden, nour.organisationId, 1);
	await hidden.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'protected' }).where('id', '=', hidden.personId).execute(),
	);
	await nour.act((act) =>
		openEmergency(act, hidden.pathwayId, { reason: 'danger', explanation: 'Un danger immédiat.' }),
	);
	expect(await seen(nour.act, hidden)).toEqual(sorted('identity', 'log', 'timeline', steps));
});
