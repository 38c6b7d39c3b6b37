import { expect, test } from 'vitest';
import { laon, northOfLaon, sampleEntry } from '#lib/directory/search/sample-entry.ts';
import { buildIndex } from '#lib/directory/search/search.ts';
import { importDirectory } from '#lib/directory/server/import-directory.ts';
import { insertGoal } from '#lib/pathway/steps/server/goals.ts';
import type { Work } from '#lib/server/act.ts';
import { anOrganisation, lens, linesOf } from '#lib/testing/directory.ts';
import { followed } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { openMatchPage } from './match-page.ts';
import { MatchAsked, matchServices } from './match-services.ts';
import { sayNeedUnmet, UnmetNeed } from './unmet-needs.ts';

const here = await world();
await here.operator(({ tx }) =>
	tx
		.insertInto('commune')
		.values({
			code: laon.communeCode,
			name: 'Laon',
			kind: 'commune',
			currentCode: laon.communeCode,
			departmentCode: '02',
			latitude: laon.latitude,
			longitude: laon.longitude,
			searchName: 'laon',
			postcodes: ['02000'],
		})
		.execute(),
);
const someone = await followed(here, 'Lila');
const { worker, pathwayId, organisation } = someone;
const colleague = await here.person('Léo Martin', 'worker', organisation.id);
const stranger = await here.person('Nour Petit', 'worker', (await here.organisation('CCAS')).id);

const food = ['equipement-et-alimentation--alimentation'];
const job = ['trouver-un-emploi--repondre-a-des-offres-demploi'];
const index = buildIndex([
	sampleEntry({ id: 'near', name: 'Colis', topics: food, fee: 'free', placesLeft: 3, responseDays: 2 }),
	sampleEntry({ id: 'far', topics: food, ...northOfLaon(15), communeCode: null }),
	sampleEntry({ id: 'women', topics: food, audiences: ['women'] }),
	sampleEntry({ id: 'elsewhere', topics: food, zone: ['62498'] }),
	sampleEntry({ id: 'job', topics: job, ...northOfLaon(8), communeCode: null }),
	sampleEntry({ id: 'phone', topics: food, welcomeModes: ['remote'] }),
]);
const edition = { index, version: 1 };
const ask = (work: Work, fields: Record<string, unknown> = {}) =>
	matchServices(
		work,
		edition,
		pathwayId,
		MatchAsked.parse({ need: 'food', commune: 'Laon (02)', radius: '20', ...fields }),
	);
const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ');
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test('services for a need, best first, each with its reason; those at a distance apart', async () => {
	const { total, near, remote } = await ask(worker.act);
	expect([total, idsOf(near), idsOf(remote)]).toEqual([5, ['near', 'women', 'elsewhere', 'far'], ['phone']]);
	expect(plain(near[0]?.why)).toBe(
		'Pourquoi à ce rang : à moins de 1 km, gratuit, 3 places libres, répond en 2 jours, vérifié en octobre 2026.',
	);
	expect(near[2]?.why).toContain('peut-être réservé aux habitants d’un autre secteur');
});

test('what is said of her narrows the list, and is kept nowhere', async () => {
	const counts = async () =>
		(
			await here.owner.query(
				`select (select count(*) from event)::int as events, (select count(*) from unmet_need)::int as needs,
					(select count(*) from graphile_worker._private_jobs)::int as jobs,
					(select count(*) from draft)::int as drafts`,
			)
		).rows[0];
	const before = await counts();
	expect(idsOf((await ask(worker.act, { audiences: ['seniors'] })).near)).toEqual([
		'near',
		'elsewhere',
		'far',
	]);
	expect(idsOf((await ask(worker.act, { fee: 'free' })).near)).toEqual(['near']);
	expect(idsOf((await ask(worker.act, { mode: 'remote' })).near)).toEqual([]);
	expect(idsOf((await ask(worker.act, { places: 'true' })).near)).toEqual(['near']);
	expect(await counts()).toEqual(before);
});

test('an employer near her stands in the same list when she looks for work, by its distance', async () => {
	const place = { ...lens, ...northOfLaon(2), communeName: 'Laon', inseeCode: laon.communeCode };
	const offer = {
		title: 'Boulanger',
		romeCode: null,
		description: null,
		accepts: [],
		places: null,
		until: null,
	};
	const offers = [{ ...offer, kind: 'immersion' as const }];
	const baker = anOrganisation('a', { name: 'Boulangerie du Marché', place, offers });
	await importDirectory(here.operator, 'dora', linesOf(baker), { fileNames: ['essai.json'] });
	const { near } = await ask(worker.act, { need: 'work' });
	expect(near.map(({ name, kind }) => [name, kind])).toEqual([
		['Boulangerie du Marché', 'employer'],
		['Distribution de colis', 'service'],
	]);
	expect(plain(near[0]?.why)).toBe('Pourquoi à ce rang : à 2 km, propose une immersion.');
	expect((await ask(worker.act)).near.some(({ kind }) => kind === 'employer')).toBe(false);
});

test('a commune that is none is said; a stranger learns nothing of the pathway', async () => {
	await expect(ask(worker.act, { commune: 'Xyzzyville' })).rejects.toMatchObject({
		reason: 'person.commune-unknown',
	});
	expect(MatchAsked.safeParse({ need: 'gold', commune: 'Laon' }).success).toBe(false);
	await expect(ask(stranger.act)).rejects.toMatchObject({ status: 404 });
	await expect(stranger.act((act) => openMatchPage(act, pathwayId))).rejects.toMatchObject({ status: 404 });
});

const because = (id: string, reason = 'no-place') =>
	UnmetNeed.parse({ id, need: food[0], commune: 'Laon', because: reason });

test('that none fits is said once, read by colleagues, and never by a stranger', async () => {
	const id = crypto.randomUUID();
	await worker.act((act) => sayNeedUnmet(act, pathwayId, because(id)));
	await worker.act((act) => sayNeedUnmet(act, pathwayId, because(id)));
	await worker.act((act) => insertGoal(act, pathwayId, { domain: 'food', goal: 'Manger', saidBy: 'person' }));
	const page = await colleague.act((act) => openMatchPage(act, pathwayId));
	expect(page.unmet).toMatchObject([{ commune: 'Laon', because: 'Il n’y a pas de place' }]);
	expect(page.goals).toMatchObject([{ domain: 'food', words: 'Manger' }]);
	const events = await worker.act(({ tx }) =>
		tx.selectFrom('event').select('details').where('name', '=', 'pathway.need-unmet').execute(),
	);
	expect(events).toEqual([{ details: { domain: 'food', because: 'no-place' } }]);
	const tried = stranger.act((act) => sayNeedUnmet(act, pathwayId, because(crypto.randomUUID())));
	await expect(tried).rejects.toMatchObject({ status: 404 });
	expect(await stranger.act(({ tx }) => tx.selectFrom('unmetNeed').selectAll().execute())).toEqual([]);
});
