import { expect, test } from 'vitest';
import type { Act } from '#lib/server/act.ts';
import { followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { newCheck, newEnding } from '../landmark.ts';
import { showLandmark } from '../shown-landmark.ts';
import { checkOutcome } from './check-outcome.ts';
import { confirmExitRelay } from './confirm-exit-relay.ts';
import { listLandmarks } from './landmarks.ts';
import { noteAttempt } from './note-attempt.ts';
import { noteEnding } from './note-ending.ts';
import { noteExit } from './note-exit.ts';
import { noteOutcome } from './note-outcome.ts';
import { registerGuarantee } from './register-guarantee.ts';
import { setRhythm } from './set-rhythm.ts';
import { settleEnding } from './settle-ending.ts';
import { tieEnding } from './tie-ending.ts';

const here = await world();
const { organisation, person, stranger } = here;
const elsewhere = await organisation('Les Genêts');
const ines = await person('Inès Petit', 'worker', elsewhere.id);
const samira = await person('Samira Benali', 'provider', elsewhere.id);
const today = '2026-11-23';
const once = () => crypto.randomUUID();
const notYours = { status: 404 };

const told = (rows: Awaited<ReturnType<typeof listLandmarks>>) =>
	rows.map((row) => {
		const { title, when, done, moves } = showLandmark(row, today);
		return [title, when, ...(done ? [done] : []), moves.join(' ')].join(' | ').replaceAll('\u00a0', ' ');
	});

test('each date is noted once, read by her organisation, and unknown to a stranger', async () => {
	const { pathwayId, worker } = await followed(here, 'Lina');
	const permit = { once: once(), kind: 'residence-permit', endsOn: '2027-01-20' } as const;
	await worker.act((act) => noteEnding(act, pathwayId, permit));
	await worker.act((act) => noteEnding(act, pathwayId, permit));
	await worker.act((act) =>
		noteExit(act, pathwayId, { once: once(), kind: 'hospital', leavesOn: '2026-12-04' }),
	);
	await worker.act((act) => noteAttempt(act, pathwayId, { once: once(), channel: 'phone', onDay: today }));
	await worker.act((act) =>
		noteOutcome(act, pathwayId, { once: once(), kind: 'job', enteredOn: '2026-11-02' }),
	);
	await worker.act((act) =>
		registerGuarantee(act, pathwayId, { once: once(), kind: 'young', since: '2026-10-01' }),
	);
	await worker.act((act) => setRhythm(act, pathwayId, { close: true }));
	await worker.act((act) => setRhythm(act, pathwayId, { close: true }));

	const read = await worker.act((act) => listLandmarks(act, pathwayId));
	expect(told(read.filter(({ what }) => what !== 'rhythm'))).toEqual([
		'Téléphone | Le 23 novembre 2026 | ',
		'Titre de séjour | Finit le 20 janvier 2027 | tie settle',
		'Hôpital | Sort le 4 décembre 2026 | relay',
		'Garantie pour la jeunesse : une offre dans les quatre mois | Depuis le 1er octobre 2026 | ',
		'Emploi | Depuis le 2 novembre 2026 | check',
	]);
	expect(read.filter(({ what }) => what === 'rhythm')).toMatchObject([{ code: 'close' }]);
	const events = await worker.act(({ tx }) =>
		tx
			.selectFrom('event')
			.select('name')
			.where('subject', '=', pathwayId)
			.where('name', 'like', 'pathway.%')
			.execute(),
	);
	expect(events.filter(({ name }) => name === 'pathway.ending-noted')).toHaveLength(1);
	expect(events.filter(({ name }) => name === 'pathway.rhythm-set')).toHaveLength(1);

	for (const who of [ines.act, samira.act, stranger]) {
		expect(await who((act) => listLandmarks(act, pathwayId))).toEqual([]);
		await expect(who((act) => noteEnding(act, pathwayId, { ...permit, once: once() }))).rejects.toMatchObject(
			notYours,
		);
	}
});

test('a date that tells a sensitive subject is read under its own agreement, the others with the steps', async () => {
	const somebody = await followed(here, 'Mado');
	const { pathwayId, worker } = somebody;
	const add = (command: (act: Act) => Promise<void>) => worker.act(command);
	await add((act) =>
		noteEnding(act, pathwayId, { once: once(), kind: 'residence-permit', endsOn: '2027-01-20' }),
	);
	await add((act) => noteEnding(act, pathwayId, { once: once(), kind: 'contract', endsOn: '2027-02-20' }));
	await add((act) => noteExit(act, pathwayId, { once: once(), kind: 'prison', leavesOn: '2026-12-20' }));
	await add((act) => noteExit(act, pathwayId, { once: once(), kind: 'shelter', leavesOn: '2026-12-21' }));
	const codes = async () => (await ines.act((act) => listLandmarks(act, pathwayId))).map(({ code }) => code);
	expect(await codes()).toEqual([]);
	await share(somebody, elsewhere.id, 3);
	expect(await codes()).toEqual(['contract', 'shelter']);
	await share(somebody, elsewhere.id, 5, ['justice']);
	expect(await codes()).toEqual(['contract', 'prison', 'shelter']);
});

test('what ends is tied to an open step, then settled; the second of two workers is told', async () => {
	const somebody = await followed(here, 'Nour');
	const { pathwayId, worker } = somebody;
	const step = await plannedStep(somebody, { words: 'Déposer le dossier' });
	const id = once();
	await worker.act((act) => noteEnding(act, pathwayId, { once: id, kind: 'right', endsOn: '2027-01-20' }));
	await expect(
		worker.act((act) => tieEnding(act, pathwayId, { ending: id, version: 1, step: once() })),
	).rejects.toMatchObject({ status: 422, reason: 'landmarks.step-missing' });
	const both = await Promise.allSettled(
		[1, 2].map(() => worker.act((act) => tieEnding(act, pathwayId, { ending: id, version: 1, step }))),
	);
	expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect(told(await worker.act((act) => listLandmarks(act, pathwayId)))).toEqual([
		'Droit ou allocation | Finit le 20 janvier 2027 | Une étape s’en occupe : Déposer le dossier | settle',
	]);
	await worker.act((act) => settleEnding(act, pathwayId, { ending: id, version: 2 }));
	await expect(
		worker.act((act) => settleEnding(act, pathwayId, { ending: id, version: 2 })),
	).rejects.toMatchObject({ status: 409 });
	expect(told(await worker.act((act) => listLandmarks(act, pathwayId)))).toEqual([
		'Droit ou allocation | Finit le 20 janvier 2027 | Réglé | ',
	]);
});

test('a relay is confirmed once; news are taken of what is hers, and not before she entered it', async () => {
	const { pathwayId, worker } = await followed(here, 'Ravi');
	const another = await followed(here, 'Sam');
	const [exit, job, hers] = [once(), once(), once()];
	await worker.act((act) =>
		noteExit(act, pathwayId, { once: exit, kind: 'shelter', leavesOn: '2026-12-04' }),
	);
	await worker.act((act) => confirmExitRelay(act, pathwayId, { exit, version: 1 }));
	await expect(
		worker.act((act) => confirmExitRelay(act, pathwayId, { exit, version: 2 })),
	).rejects.toMatchObject({ status: 409 });
	await worker.act((act) => noteOutcome(act, pathwayId, { once: job, kind: 'job', enteredOn: '2026-11-02' }));
	await another.worker.act((act) =>
		noteOutcome(act, another.pathwayId, { once: hers, kind: 'job', enteredOn: '2026-11-02' }),
	);
	const news = { once: once(), outcome: job, onDay: today, still: true };
	await expect(
		worker.act((act) => checkOutcome(act, pathwayId, { ...news, onDay: '2026-11-01' })),
	).rejects.toMatchObject({ reason: 'landmarks.check-before' });
	await expect(
		worker.act((act) => checkOutcome(act, pathwayId, { ...news, outcome: hers })),
	).rejects.toMatchObject(notYours);
	await worker.act((act) => checkOutcome(act, pathwayId, news));
	await worker.act((act) => checkOutcome(act, pathwayId, news));
	expect(told(await worker.act((act) => listLandmarks(act, pathwayId)))).toContain(
		'Emploi | Depuis le 2 novembre 2026 | Nouvelles prises le 23 novembre 2026 : cela tient. | check',
	);
});

test('a guarantee runs once', async () => {
	const { pathwayId, worker } = await followed(here, 'Zoé');
	const young = { once: once(), kind: 'young', since: '2026-10-01' } as const;
	await worker.act((act) => registerGuarantee(act, pathwayId, young));
	await worker.act((act) => registerGuarantee(act, pathwayId, young));
	await expect(
		worker.act((act) => registerGuarantee(act, pathwayId, { ...young, once: once() })),
	).rejects.toMatchObject({ reason: 'landmarks.guarantee-runs' });
});

test('a date that no calendar has, or a year mistyped, is refused with a sentence', () => {
	const refused = (day: string) =>
		newEnding(today).safeParse({ once: once(), kind: 'right', endsOn: day }).error?.issues[0]?.message;
	expect([refused(''), refused('2027-02-30'), refused('0027-01-20'), refused('2126-01-20')]).toEqual([
		'landmarks.day-missing',
		'landmarks.day-missing',
		'landmarks.day-far',
		'landmarks.day-far',
	]);
	const late = { once: once(), outcome: once(), onDay: '2026-11-24', still: 'yes' };
	expect(newCheck(today).safeParse(late).error?.issues[0]?.message).toBe('landmarks.day-to-come');
});
