import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stopSharing, stopSharingAll, stopSharingPart } from '#lib/pathway/server/stop-sharing.ts';
import { Refusal } from '#lib/refusal.ts';
import { type Act, actAs, type Work } from '#lib/server/act.ts';
import { followed } from '#lib/testing/pathways.ts';
import {
	anyMove,
	inFile,
	type Kept,
	leftSlowly,
	type Move,
	readsSlowly,
} from '#lib/testing/sharing-model.ts';
import { fillFile, seenBy } from '#lib/testing/whole-file.ts';
import { noon, world } from '#lib/testing/world.ts';
import { endOf } from '../agreement.ts';
import { agreementForm } from '../agreement-form.ts';
import { openEmergency } from './open-emergency.ts';
import { recordAgreement } from './record-agreement.ts';

const here = await world();
const day = 86_400_000;
const phone = { way: 'phone' as const };
const form = { reason: 'danger', explanation: 'Un danger immédiat.' } as const;

test('granted, narrowed, stopped, ended: at each instant everybody reads what a slow reading of the agreements says', {
	timeout: 120_000,
}, async () => {
	const moves = fc.array(anyMove, { minLength: 3, maxLength: 9 });
	await fc.assert(fc.asyncProperty(moves, walk), { numRuns: 20 });
});

async function walk(moves: readonly Move[]): Promise<void> {
	const state = await opened();
	for (const move of moves) {
		state.now += 1000;
		await made[move.kind](state, move as never);
		for (const [to, reader] of state.readers.entries()) {
			const seen = inFile(await seenBy(state.as(reader), state.lila.pathwayId));
			const expected = readsSlowly(state.kept, to, state.now, state.emergencies[to] ?? 0);
			expect({ to, seen }).toEqual({ to, seen: expected });
		}
	}
}

/** Somebody protected, with a full file, and three organisations that know nothing of her. */
async function opened() {
	const lila = await followed(here, 'Lila');
	await fillFile(lila);
	await lila.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'protected' }).where('id', '=', lila.personId).execute(),
	);
	const readers = await Promise.all(
		['Refuge', 'CCAS', 'Régie'].map(async (name) => {
			const { id } = await here.organisation(name);
			return { ...(await here.person('Nour', 'worker', id)), organisationId: id };
		}),
	);
	const kept: Kept[] = [];
	const state = { lila, readers, kept, now: noon.getTime(), emergencies: [0, 0, 0] };
	const as = ({ actor }: Pick<(typeof readers)[number], 'actor'>): Work =>
		actAs(here.db, actor, () => new Date(state.now));
	return Object.assign(state, { as, lead: as(lila.worker) });
}
type State = Awaited<ReturnType<typeof opened>>;
type Made = { [Kind in Move['kind']]: (state: State, move: Extract<Move, { kind: Kind }>) => Promise<void> };

const reader = ({ readers }: State, rank: number) => readers[rank] ?? expect.fail('no such reader');
/** Some stops are told to the lead organisation, the others to the recipient itself. */
const toldTo = (state: State, by: number, to: number): Work =>
	by % 2 ? state.as(reader(state, to)) : state.lead;

const made: Made = {
	wait: async (state, { days }) => {
		state.now += days * day;
	},
	grant: async (state, { to, level, names, days }) => {
		const [from, until] = [new Date(state.now), dayOf(state.now + days * day)];
		const given = agreementForm(dayOf(state.now)).parse({
			...{ level: String(level), until, purpose: 'follow-up', proof: 'click', language: 'fr' },
			...(level === 5 ? { subject: names[0] } : { domains: names }),
			organisation: reader(state, to).organisationId,
		});
		const id = await unlessRefused(state.lead, (act) => recordAgreement(act, state.lila.personId, given));
		expect(id !== null).toBe(level !== 5 || readsSteps(state, to));
		if (id === null) return;
		state.kept.push({ id, to, level, names, from: state.now, until: endOf(until, from).getTime() });
	},
	stop: async (state, { which, by }) => {
		const kept = live(state, which);
		if (!kept) return;
		await toldTo(state, by, kept.to)((act) => stopSharing(act, state.lila.personId, kept.id, phone));
		kept.until = state.now;
	},
	without: async (state, move) => narrow(state, move, { ...phone, without: [move.name], only: '' }),
	only: async (state, move) => narrow(state, move, { ...phone, without: [], only: `${move.level}` as const }),
	'stop-all': async (state, { by }) => {
		const knows = state.kept.some(({ to, until }) => to === by && state.now < until);
		const stopped = await state.as(reader(state, by))((act) =>
			stopSharingAll(act, state.lila.personId, phone),
		);
		expect(stopped > 0).toBe(knows);
		if (knows) for (const kept of state.kept) kept.until = Math.min(kept.until, state.now);
	},
	emergency: async (state, { by }) => {
		const reads = readsSlowly(state.kept, by, state.now, state.emergencies[by] ?? 0).includes('step');
		const may = state.kept.some(({ to }) => to === by) && !reads;
		const open = (act: Act) => openEmergency(act, state.lila.pathwayId, form).then(() => true);
		expect((await unlessRefused(state.as(reader(state, by)), open)) === true).toBe(may);
		if (may) state.emergencies[by] = state.now + 3 * 3_600_000;
	},
};

async function narrow(
	state: State,
	move: Extract<Move, { kind: 'without' | 'only' }>,
	part: Parameters<typeof stopSharingPart>[3],
): Promise<void> {
	const kept = live(state, move.which);
	if (!kept) return;
	const expected = leftSlowly(kept, move);
	const id = await unlessRefused(toldTo(state, move.by, kept.to), (act) =>
		stopSharingPart(act, state.lila.personId, kept.id, part),
	);
	expect(id !== null).toBe(expected !== null);
	if (id === null || expected === null) return;
	state.kept.push({ ...kept, ...expected, id, from: state.now });
	kept.until = state.now;
}

/** A sensitive subject is asked after the steps, of the same organisation. */
const readsSteps = ({ kept, now }: State, wanted: number): boolean =>
	kept.some(({ to, level, until }) => to === wanted && (level === 3 || level === 4) && now < until);

const live = ({ kept, now }: State, which: number): Kept | undefined => {
	const one = kept[which];
	return one && now < one.until ? one : undefined;
};
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function unlessRefused<T>(who: Work, work: (act: Act) => Promise<T>): Promise<T | null> {
	try {
		return await who(work);
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}
