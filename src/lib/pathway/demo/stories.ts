import { type Chance, chanceFrom } from '#lib/directory/demo/chance.ts';
import { mobile } from '#lib/directory/demo/contacts.ts';
import type { Domain } from '#lib/person/domain.ts';
import { banks } from './banks.ts';
import { countedReferrals } from './counted-referrals.ts';
import { type Course, type DemoFollowed, demoFollowed } from './people.ts';
import { rupturesOf } from './ruptures.ts';
import type { Scene, StepDeed, Story } from './scene.ts';
import { scenesOf } from './special-scenes.ts';

/** Ranks from here on are nobody's among the organisations. */
const firstPhone = 6000;

/**
 * The invented histories of the last six months, as days before loading: the same for the same seed and year.
 * @param year in which the ages are told
 */
export const demoStories = ({ seed, year }: { seed: number; year: number }): readonly Story[] =>
	demoFollowed.map((who, rank) =>
		storyOf(who, { rank, year, chance: chanceFrom(seed, `followed/${who.name}`) }),
	);

interface Told {
	readonly rank: number;
	readonly year: number;
	readonly chance: Chance;
}

function storyOf(who: DemoFollowed, told: Told): Story {
	const { chance } = told;
	const opened = chance.int(...span[who.course]);
	const own = scenesOf(who.name, opened);
	const usual = who.course === 'to-open' ? [] : usualScenes(who, opened, chance);
	const counted = who.course === 'active' ? countedReferrals(who, opened, told.rank, chance) : [];
	const scenes = [
		sheetScene(who, opened, told),
		...usual,
		...counted,
		...own,
		...rupturesOf(who.name),
		...ending(who, opened, chance),
	];
	return { who, opened, scenes: scenes.toSorted((a, b) => a.day - b.day) };
}

/** How many days ago a history of each course may have begun. */
const span: Readonly<Record<Course, readonly [number, number]>> = {
	...{ 'to-open': [1, 6], active: [45, 178], paused: [70, 150], closed: [120, 180], back: [150, 180] },
};

function sheetScene({ age, commune }: DemoFollowed, opened: number, { rank, year, chance }: Told): Scene {
	const phone = chance.maybe(0.8) ? mobile(firstPhone + rank) : '';
	const sheet = {
		commune: `${commune} (62)`,
		phone,
		birthYear: String(year - age),
		contactRule: 'free',
		protection: 'ordinary',
	};
	return { day: -opened, do: 'sheet', sheet };
}

function usualScenes(who: DemoFollowed, opened: number, chance: Chance): Scene[] {
	return [
		...assessments(who, opened, chance),
		...who.domains.flatMap((domain, rank) => goalScenes(domain, rank, opened, chance)),
		...notesAndMeetings(who, opened, chance),
	];
}

/** A goal, a first step walked to its end, and a second one that waits: there is always something to do next. */
function goalScenes(domain: Domain, rank: number, opened: number, chance: Chance): Scene[] {
	const bank = banks[domain];
	const goal = `goal-${rank}`;
	const hers = chance.maybe(0.5);
	const [first, second] = [`step-${rank}-1`, `step-${rank}-2`];
	const start = -opened + rank * 6;
	const turn = Math.round(start / 2);
	const stands = chance.pick(['planned', 'in-progress', null, null] as const);
	const step = (key: string, mine: boolean, due: number): StepDeed => ({
		...({ do: 'step', key, goal, due, agreed: true } as const),
		...{ words: chance.pick(mine ? bank.hers : bank.ours), owner: mine ? 'person' : 'me' },
	});
	return [
		{ day: start, do: 'goal', key: goal, domain, words: chance.pick(bank.goals) },
		{ day: start, ...step(first, hers, start + 14) },
		{ day: turn, ...step(second, !hers, dueOf(turn, chance)) },
		{ day: turn, do: 'move', key: first, to: 'done' },
		...(stands ? [{ day: turn, do: 'move', key: second, to: stands } as const] : []),
	];
}

/** Most are to come; one in ten is late. */
const dueOf = (day: number, chance: Chance): number =>
	chance.maybe(0.1) ? Math.max(day, -chance.int(1, 9)) : chance.int(2, 26);

function assessments({ domains }: DemoFollowed, opened: number, chance: Chance): Scene[] {
	if (!chance.maybe(0.5)) return [];
	const asked: readonly Domain[] = [...domains, 'links', 'mobility'];
	const levels = (higher: number) =>
		Object.fromEntries(asked.map((domain) => [domain, String(Math.min(5, chance.int(1, 3) + higher))]));
	const hers: Scene = { day: -opened, do: 'assess', voice: 'person', answers: levels(0) };
	return chance.maybe(0.6)
		? [hers, { day: Math.min(0, -opened + 9), do: 'assess', voice: 'worker', answers: levels(1) }]
		: [hers];
}

const hours = ['09:00', '09:30', '10:00', '11:00', '14:00', '14:30', '15:30', '16:30'] as const;
const absences = [
	'Enfant malade, a prévenu le matin.',
	'Bus raté, rappel le lendemain.',
	'Pas de nouvelles ce jour-là.',
] as const;

function notesAndMeetings({ domains }: DemoFollowed, opened: number, chance: Chance): Scene[] {
	const bank = banks[chance.pick(domains)];
	const past = -chance.int(4, Math.min(40, opened - 10));
	const kept = chance.maybe(0.75);
	const what = chance.pick(bank.meetings);
	const way = chance.pick(['meeting', 'phone', 'message'] as const);
	const meeting = (key: string, on: number) =>
		({ do: 'meet', key, what, on, at: chance.pick(hours) }) as const;
	return [
		{ day: past - 6, ...meeting('past', past) },
		{
			...{ day: past + 3, do: 'met', key: 'past', outcome: kept ? 'kept' : 'missed' },
			...(!kept && { reason: chance.pick(absences) }),
		},
		{
			day: past + 3,
			do: 'note',
			words: chance.pick(bank.notes),
			shared: chance.maybe(0.7),
			...(kept && { way }),
		},
		...(chance.maybe(0.4) ? [{ day: -2, ...meeting('next', chance.int(1, 9)) } as const] : []),
	];
}

function ending({ course }: DemoFollowed, opened: number, chance: Chance): Scene[] {
	const half = -Math.round(opened / 3);
	const close = (day: number): Scene => ({
		...{ day, do: 'close', check: day + 182 },
		...chance.pick([
			{ reason: 'goals-reached', words: 'Les deux choses demandées sont faites. Sait où nous trouver.' },
			{ reason: 'no-longer-wishes', words: 'Souhaite continuer sans accompagnement, porte ouverte.' },
		]),
	});
	if (course === 'closed') return [close(half)];
	if (course === 'paused')
		return [
			{ day: -20, do: 'pause', because: 'Souhaite souffler avant de reprendre.', until: chance.int(3, 40) },
		];
	if (course === 'back')
		return [close(-60), { day: -12, do: 'reopen', step: 'Refaire le point, tranquillement', due: 6 }];
	return [];
}
