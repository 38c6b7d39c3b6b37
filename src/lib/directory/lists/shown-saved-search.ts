import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { alertKept } from './saved-search.ts';
import type { SavedSearch } from './server/saved-searches.ts';

/** A kept search, ready to be read. */
export interface ShownSavedSearch {
	readonly id: string;
	readonly label: string;
	readonly href: string;
	/** Whether its news are mailed. */
	readonly on: boolean;
	readonly state: string;
}

export function showSavedSearch({ id, label, query, alert, confirmedAt }: SavedSearch): ShownSavedSearch {
	const on = alert && confirmedAt !== null;
	return { id, label, href: `/trouver${query}`, on, state: stateOf(alert, confirmedAt) };
}

function stateOf(alert: boolean, confirmedAt: Date | null): string {
	if (confirmedAt === null) return translate('lists.alert-waiting');
	if (!alert) return translate('lists.alert-off');
	const until = new Date(confirmedAt.getTime() + alertKept);
	return translate('lists.alert-on', { until: frenchDate(until.toISOString().slice(0, 10)) });
}
