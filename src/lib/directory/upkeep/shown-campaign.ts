import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import {
	autonomies,
	type CampaignEntry,
	entryStates,
	inWorkingOrder,
	isToCall,
	phaseOf,
	progressOf,
	stateOf,
} from './campaign.ts';
import type { Followed } from './server/campaigns.ts';

/** A campaign in a few words. */
export interface ShownCampaign {
	readonly id: string;
	readonly name: string;
	/** Whom it asks: « Lens-Liévin, famille, non vérifiées depuis 6 mois ». */
	readonly scope: string;
	readonly dates: string;
	readonly phase: 'to-come' | 'running' | 'over';
	/** How far it is, in one sentence. */
	readonly progress: string;
	readonly finished: number;
	readonly total: number;
}

export function showCampaign(campaign: Followed, today: string, at: Date): ShownCampaign {
	const { id, name, entries, startsOn, endsOn } = campaign;
	const phase = phaseOf(campaign, today);
	const progress = progressOf(entries, campaign, today, at);
	return {
		id,
		name,
		scope: scopeOf(campaign),
		dates: translate('upkeep.campaign-dates', { from: frenchDate(startsOn), to: frenchDate(endsOn) }),
		phase,
		progress: translate(`upkeep.progress-${phase}` satisfies TextKey, {
			...progress,
			from: frenchDate(startsOn),
		}),
		finished: progress.finished,
		total: progress.total,
	};
}

const scopeOf = ({ territory, category, staleMonths }: Followed): string =>
	[
		territory ?? translate('upkeep.everywhere'),
		category && translate(`category.${category}` as TextKey),
		staleMonths && translate('upkeep.stale-for', { months: staleMonths }),
	]
		.filter(Boolean)
		.join(' · ');

/** An organisation of a campaign, ready to be drawn. */
export interface ShownEntry {
	readonly id: string;
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
	readonly state: (typeof entryStates)[number];
	readonly stateLabel: string;
	/** What to do now, or what was done: « À appeler », « Courriel parti le 3 mars ». */
	readonly next: string;
	readonly services: string;
	readonly caller: string;
	readonly note: string;
	readonly remindOn: string;
	readonly remindToday: boolean;
	readonly saidState: string;
	readonly autonomy: string;
	readonly toCall: boolean;
}

export const showEntries = (campaign: Followed, today: string, at: Date): ShownEntry[] =>
	inWorkingOrder(campaign.entries, today, at).map((entry) => showEntry(entry, today, at));

function showEntry(entry: CampaignEntry, today: string, at: Date): ShownEntry {
	const state = stateOf(entry);
	const toCall = isToCall(entry, at);
	return {
		id: entry.organisationId,
		name: entry.name,
		phone: entry.phone,
		email: entry.email,
		state,
		stateLabel: translate(`upkeep.state-${state}` satisfies TextKey),
		next: nextOf(entry, toCall),
		services: translate('upkeep.services-checked', { checked: entry.checked, services: entry.services }),
		caller: entry.caller ?? '',
		note: entry.note ?? '',
		remindOn: entry.remindOn ?? '',
		remindToday: state !== 'finished' && entry.remindOn !== null && entry.remindOn <= today,
		saidState: entry.saidState ?? '',
		autonomy: entry.autonomy,
		toCall,
	};
}

function nextOf({ mailedAt, writable, caller }: CampaignEntry, toCall: boolean): string {
	if (toCall && caller) return translate('upkeep.to-call-by', { caller });
	if (toCall) return translate('upkeep.to-call');
	if (mailedAt)
		return translate('upkeep.asked-on', { date: frenchDate(mailedAt.toISOString().slice(0, 10)) });
	return translate(writable ? 'upkeep.mail-to-come' : 'upkeep.silent');
}

export const stateOptions = [
	{ value: '', label: translate('upkeep.state-by-answers') },
	...entryStates.map((value) => ({ value, label: translate(`upkeep.state-${value}` satisfies TextKey) })),
];

export const autonomyOptions = autonomies.map((value) => ({
	value,
	label: translate(`upkeep.autonomy-${value}` satisfies TextKey),
}));
