import {
	attemptChannels,
	endingKinds,
	guarantees,
	institutions,
	outcomeKinds,
} from '#lib/pathway/landmarks/landmark.ts';
import { isEnded, nextStates, type ReferralState, reasonCodes } from '#lib/pathway/referrals/referral.ts';
import { canStepBecome, isOpenStep, type StepState, stepStates } from '#lib/pathway/steps/step.ts';
import { type Domain, domains } from '#lib/person/domain.ts';
import { dayNumber, dayText } from '../calendar.ts';
import { contactWays, type Fact } from '../facts.ts';
import { type Chance, chanceOf } from './chance.ts';

export interface WorldAsked {
	readonly seed: number;
	readonly people: number;
	/** About so many facts a person. */
	readonly factsEach: number;
	/** Days YYYY-MM-DD: nothing is told before the first, nor from the second on. */
	readonly from: string;
	readonly until: string;
}

const departments = ['59', '62', '59', '67', '57', '75', '974', '971'];
/** Each of them, once. */
export const worldDepartments = [...new Set(departments)];
const needs = ['housing', 'mobility', 'work', 'training'] as const;
const hourMs = 3_600_000;

/** What one person's story holds open, as it is told. */
interface Life {
	readonly chance: Chance;
	readonly facts: Fact[];
	readonly id: (kind: number) => string;
	readonly person: string;
	readonly pathway: string;
	readonly department: string;
	/** What she asks for again and again. */
	readonly need: Domain;
	at: number;
	/** Followed from afar: one step at most, so that one day nothing comes next. */
	readonly sparse: boolean;
	state: 'to-open' | 'active' | 'paused' | 'closed';
	readonly referrals: { id: string; state: ReferralState; helped: boolean }[];
	readonly steps: { id: string; state: StepState }[];
	readonly goals: string[];
	readonly appointments: { id: string; startsAt: number }[];
	readonly agreements: { id: string; organisation: string }[];
	relay: { id: string; organisation: string } | undefined;
	readonly endings: string[];
	readonly exits: string[];
	readonly outcomes: string[];
}

const organisations = Array.from({ length: 300 }, (_, index) => uuid(1, index));
const hats = Array.from({ length: 900 }, (_, index) => uuid(2, index));

/** Ids that look like those of the database: a kind, then a number. */
export function uuid(kind: number, number: number): string {
	return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/**
 * People, and all that was told of them, in the order of telling: plausible lives, each move a legal one, at every hour
 * of every day. The same seed tells the same lives.
 */
export function generateFacts(asked: WorldAsked): Fact[] {
	const chance = chanceOf(asked.seed);
	let count = 0;
	const id = (kind: number) => uuid(kind, count++);
	const all: Fact[] = [];
	for (let person = 0; person < asked.people; person++)
		for (const fact of live(asked, chance, id)) all.push(fact);
	for (const hat of hats.slice(0, 20)) all.push(departure(asked, chance, hat));
	return all.sort((a, b) => a.at - b.at);
}

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

function departure({ from, until }: WorldAsked, chance: Chance, hat: string): Fact {
	const at = startOf(from) + Math.floor((chance.next() * (startOf(until) - startOf(from))) / 1000) * 1000;
	return { kind: 'departure-told', at, hat, day: dayAfter(at, chance.below(60)) };
}

const dayAfter = (at: number, days: number): string => dayText(Math.floor(at / (24 * hourMs)) + days);

function live(asked: WorldAsked, chance: Chance, id: (kind: number) => string): Fact[] {
	const [from, until] = [startOf(asked.from), startOf(asked.until)];
	const life: Life = {
		...{
			chance,
			facts: [],
			id,
			person: id(3),
			pathway: id(4),
			department: chance.pick(departments),
			need: chance.pick(needs),
		},
		...{ at: from + Math.floor((chance.next() * (until - from) * 0.6) / 1000) * 1000 },
		...{ state: 'to-open', sparse: chance.happens(0.5) },
		...{
			referrals: [],
			steps: [],
			goals: [],
			appointments: [],
			agreements: [],
			relay: undefined,
			endings: [],
			exits: [],
			outcomes: [],
		},
	};
	open(life);
	const pace = (until - life.at) / asked.factsEach;
	while (life.facts.length < asked.factsEach * 2) {
		life.at += 1000 * (1 + Math.floor((chance.next() * 2 * pace) / 1000));
		if (life.at >= until) break;
		chance.pick(deeds)(life);
	}
	return life.facts;
}

function open({ facts, person, pathway, department, chance, at }: Life): void {
	const birthYear = chance.happens(0.8) ? 1955 + chance.below(52) : null;
	facts.push({ kind: 'person-known', at, person, department, birthYear });
	facts.push({
		...{ kind: 'pathway-opened', at, person, pathway },
		...{ hat: chance.pick(hats), organisation: chance.pick(organisations) },
	});
}

/** What may happen next; what happens often is there several times. */
const deeds: readonly ((life: Life) => void)[] = [
	...[
		propose,
		moveStep,
		moveStep,
		moveStep,
		moveStep,
		refer,
		refer,
		moveReferral,
		moveReferral,
		moveReferral,
		moveReferral,
	],
	...[meet, meet, meet, attempt, attempt, plan, endAppointment, endAppointment, setGoal, share, passOn],
	...[pauseOrResume, noteDate, noteDate, follow, news],
];

function propose(life: Life): void {
	const { facts, chance, at, pathway } = life;
	if (life.state === 'closed' || (life.sparse && life.steps.length > 0)) return;
	const step = life.id(5);
	const goal = life.goals.length > 0 && chance.happens(0.5) ? chance.pick(life.goals) : null;
	facts.push({
		...{
			kind: 'step-proposed',
			at,
			pathway,
			step,
			goal,
			organisation: chance.pick(organisations),
			hat: chance.pick(hats),
		},
		...{ dueOn: dayAfter(at, chance.below(40)), byPerson: chance.happens(0.2) },
	});
	life.steps.push({ id: step, state: 'proposed' });
	if (life.state !== 'to-open') return;
	life.state = 'active';
	facts.push({ kind: 'pathway-moved', at, pathway, state: 'active' });
}

function moveStep({ steps, facts, chance, at }: Life): void {
	const one = steps.length > 0 ? chance.pick(steps) : undefined;
	if (!one) return;
	const next = stepStates.filter((state) => canStepBecome(one.state, state) && state !== 'replaced');
	if (next.length === 0 || (!isOpenStep(one.state) && chance.happens(0.9))) return;
	one.state = chance.pick(next);
	const until = one.state === 'suspended' ? { until: dayAfter(at, 1 + chance.below(30)) } : {};
	facts.push({ kind: 'step-moved', at, step: one.id, state: one.state, ...until });
}

function refer(life: Life): void {
	const { facts, chance, at, pathway, department } = life;
	if (life.state === 'closed') return;
	const referral = life.id(6);
	const goal = life.goals.length > 0 && chance.happens(0.4) ? chance.pick(life.goals) : null;
	// A few needs, so that they come back.
	const need = chance.happens(0.6) ? life.need : chance.pick(needs);
	facts.push({
		...{
			kind: 'referral-drafted',
			at,
			pathway,
			referral,
			goal,
			need,
			urgent: chance.happens(0.1),
			department,
		},
		...{
			organisation: chance.pick(organisations),
			hat: chance.pick(hats),
			to: chance.happens(0.95) ? chance.pick(organisations.slice(0, 6)) : null,
		},
	});
	life.referrals.push({ id: referral, state: 'draft', helped: false });
	if (chance.happens(0.9)) send(life, referral);
}

function send(life: Life, referral: string): void {
	const { facts, at, chance } = life;
	const agreement = chance.happens(0.5) ? giveAgreement(life, true) : undefined;
	facts.push({ kind: 'referral-moved', at, referral, state: 'sent', ...(agreement ? { agreement } : {}) });
	for (const one of life.referrals) if (one.id === referral) one.state = 'sent';
}

function moveReferral(life: Life): void {
	const { referrals, facts, chance, at, person } = life;
	const open = referrals.filter(({ state }) => !isEnded(state));
	const one = open.length > 0 ? chance.pick(open) : undefined;
	if (!one) return;
	if (one.state === 'awaiting-person') {
		send(life, one.id);
		return;
	}
	const next = nextStates(one.state).filter((state) => state !== 'entered-in-error');
	one.state = chance.pick(next);
	const dated = one.state === 'waiting-list' ? chance.happens(0.7) : one.state === 'suspended';
	facts.push({
		...{ kind: 'referral-moved', at, referral: one.id, state: one.state },
		...(dated ? { until: dayAfter(at, 1 + chance.below(60)) } : {}),
		...(['refused', 'redirected', 'failed'].includes(one.state) ? { reason: chance.pick(reasonCodes) } : {}),
		...(one.state === 'accepted' ? { to: chance.pick(organisations.slice(0, 6)) } : {}),
	});
	if (one.state === 'in-progress')
		facts.push({ kind: 'contact', at, person, day: dayAfter(at, 0), way: 'first-contact' });
}

function meet({ facts, chance, at, person }: Life): void {
	// Written down up to five days later.
	facts.push({
		kind: 'contact',
		at,
		person,
		day: dayAfter(at, -chance.below(6)),
		way: chance.pick(contactWays),
	});
}

function attempt({ facts, chance, at, person, id }: Life): void {
	facts.push({
		...{ kind: 'attempt', at, person, attempt: id(7), day: dayAfter(at, -chance.below(2)) },
		channel: chance.pick(attemptChannels),
	});
}

function plan(life: Life): void {
	const appointment = life.id(8);
	const startsAt = life.at + (1 + life.chance.below(300)) * hourMs;
	life.appointments.push({ id: appointment, startsAt });
	life.facts.push({ kind: 'appointment-planned', at: life.at, pathway: life.pathway, appointment, startsAt });
}

function endAppointment({ appointments, facts, at, chance }: Life): void {
	const index = appointments.findIndex(({ startsAt }) => startsAt <= at);
	const [one] = index < 0 ? [] : appointments.splice(index, 1);
	if (one)
		facts.push({
			kind: 'appointment-ended',
			at,
			appointment: one.id,
			state: chance.pick(['kept', 'missed', 'missed', 'cancelled']),
		});
}

function setGoal({ facts, goals, chance, at, pathway, id }: Life): void {
	const last = goals.at(-1);
	if (last && chance.happens(0.3)) {
		goals.pop();
		facts.push({ kind: 'goal-ended', at, goal: last });
		return;
	}
	const goal = id(9);
	goals.push(goal);
	facts.push({ kind: 'goal-set', at, pathway, goal, need: chance.pick(domains) });
}

function giveAgreement({ facts, chance, at, person, id, agreements }: Life, forRequest: boolean): string {
	const agreement = id(10);
	const organisation = chance.pick(organisations);
	agreements.push({ id: agreement, organisation });
	facts.push({
		kind: 'agreement-given',
		at,
		person,
		agreement,
		organisation,
		endsAt: at + (1 + chance.below(120)) * 24 * hourMs,
		forRequest,
	});
	return agreement;
}

/** An agreement, often with an organisation that then writes a step; now and then one is taken back. */
function share(life: Life): void {
	const { facts, chance, at, pathway, agreements } = life;
	if (agreements.length > 0 && chance.happens(0.25)) {
		const [one] = agreements.splice(chance.below(agreements.length), 1);
		if (one) facts.push({ kind: 'agreement-revoked', at, agreement: one.id });
		return;
	}
	giveAgreement(life, chance.happens(0.2));
	const organisation = agreements.at(-1)?.organisation ?? '';
	if (life.state === 'closed' || life.sparse || chance.happens(0.3)) return;
	const step = life.id(5);
	facts.push({
		...{ kind: 'step-proposed', at, pathway, step, goal: null, organisation, hat: null },
		...{ dueOn: dayAfter(at, chance.below(40)), byPerson: false },
	});
	life.steps.push({ id: step, state: 'proposed' });
}

function passOn(life: Life): void {
	const { facts, chance, at, pathway, relay } = life;
	if (!relay) {
		life.relay = { id: life.id(11), organisation: chance.pick(organisations) };
		facts.push({
			kind: 'relay-proposed',
			at,
			pathway,
			relay: life.relay.id,
			hat: chance.pick(hats),
			organisation: life.relay.organisation,
		});
		return;
	}
	const state = chance.pick(['accepted', 'accepted', 'refused', 'withdrawn', 'effective'] as const);
	facts.push({ kind: 'relay-moved', at, relay: relay.id, state });
	if (state === 'effective')
		facts.push({
			kind: 'pathway-led',
			at,
			pathway,
			hat: chance.pick(hats),
			organisation: relay.organisation,
		});
	if (state !== 'accepted') life.relay = undefined;
}

function pauseOrResume(life: Life): void {
	const { facts, chance, at, pathway, state } = life;
	if (state === 'to-open' || chance.happens(0.6)) return;
	const to = state === 'active' ? chance.pick(['paused', 'paused', 'closed'] as const) : 'active';
	life.state = to;
	facts.push({
		...{ kind: 'pathway-moved', at, pathway, state: to },
		...(to === 'paused' ? { until: dayAfter(at, 1 + chance.below(60)) } : {}),
	});
}

/** Dates of the world outside: what ends, what she leaves, what she enters, what runs from a registration. */
function noteDate(life: Life): void {
	const { facts, chance, at, pathway, id, endings, exits } = life;
	const told = [
		() =>
			facts.push({
				kind: 'ending-noted',
				at,
				pathway,
				ending: keep(endings, id(12)),
				what: chance.pick(endingKinds),
				day: dayAfter(at, chance.below(100)),
			}),
		() =>
			facts.push({
				kind: 'exit-noted',
				at,
				pathway,
				exit: keep(exits, id(13)),
				what: chance.pick(institutions),
				day: dayAfter(at, chance.below(40) - 5),
			}),
		() =>
			facts.push({
				kind: 'outcome-noted',
				at,
				pathway,
				outcome: keep(life.outcomes, id(14)),
				what: chance.pick(outcomeKinds),
				day: dayAfter(at, -chance.below(40)),
			}),
		() =>
			facts.push({
				kind: 'registered',
				at,
				pathway,
				registration: id(15),
				what: chance.pick(guarantees),
				day: dayAfter(at, -chance.below(500)),
			}),
	];
	chance.pick(told)();
}

const keep = (list: string[], id: string): string => {
	list.push(id);
	return id;
};

function follow(life: Life): void {
	const { facts, chance, at, pathway } = life;
	const [ending, exit, outcome] = [life.endings.pop(), life.exits.pop(), life.outcomes.at(-1)];
	const told = [
		() => ending && facts.push({ kind: chance.pick(['ending-tied', 'ending-settled']), at, ending }),
		() => exit && facts.push({ kind: 'exit-relayed', at, exit }),
		() =>
			outcome && facts.push({ kind: 'outcome-checked', at, outcome, day: dayAfter(at, -chance.below(3)) }),
		() => facts.push({ kind: 'rhythm-set', at, pathway, close: chance.happens(0.6) }),
		() => facts.push({ kind: chance.pick(['assessed', 'committed']), at, pathway }),
	];
	chance.pick(told)();
}

function news({ referrals, facts, at, chance, steps }: Life): void {
	const done = referrals.find(({ state, helped }) => state === 'completed' && !helped);
	const running = referrals.find(({ state }) => state === 'in-progress' || state === 'waiting-list');
	const step = steps.at(-1);
	if (done) {
		done.helped = true;
		facts.push({
			kind: 'feedback-given',
			at,
			referral: done.id,
			helped: chance.pick(['yes', 'partly', 'no', 'no-contact']),
		});
	} else if (running) facts.push({ kind: 'referral-news', at, referral: running.id });
	else if (step)
		facts.push({
			kind: 'step-due',
			at,
			step: step.id,
			dueOn: dayText(dayNumber(dayAfter(at, chance.below(30)))),
		});
}
