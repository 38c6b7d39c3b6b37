import type { Act } from '#lib/server/act.ts';
import type { Fact } from '../facts.ts';
import type { AskedPeople } from './asked-people.ts';
import { loadAppointments, loadContacts, loadLandmarks } from './contact-facts.ts';
import {
	loadAgreements,
	loadDepartures,
	loadEndings,
	loadExits,
	loadOutcomes,
	loadRelays,
} from './date-facts.ts';
import { loadGoals, loadPathways, loadSteps } from './pathway-facts.ts';
import { loadReferrals } from './referral-facts.ts';

/** What is told at the same instant is laid in this order: nothing comes before what it belongs to. */
const loaders = [
	loadPathways,
	loadGoals,
	loadSteps,
	loadAgreements,
	loadReferrals,
	loadContacts,
	loadAppointments,
	loadLandmarks,
	loadRelays,
	loadDepartures,
	loadEndings,
	loadExits,
	loadOutcomes,
];

/**
 * Every fact that the rules look at, in the order of their telling: one query a kind, in an act of the clock, which
 * reads codes, days and instants, and no word about anybody.
 * @param people whose, by their ids; everybody's when left out
 */
export async function loadFacts(act: Act, people?: AskedPeople): Promise<Fact[]> {
	const facts: Fact[] = [];
	for (const load of loaders) for (const fact of await load(act, people)) facts.push(fact);
	return facts.sort((a, b) => a.at - b.at);
}
