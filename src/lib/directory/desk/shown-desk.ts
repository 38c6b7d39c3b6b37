import { translate } from '#lib/texts/translator.ts';
import type { DeskCounts } from './server/desk-counts.ts';

/** A door of the desk: what it is for, and what waits behind it. */
export interface Door {
	readonly href: string;
	readonly title: string;
	readonly lead: string;
	/** What waits, in words; null when nothing does. */
	readonly waiting: string | null;
}

const doors = [
	['/annuaire/propositions', 'propositions'],
	['/annuaire/doublons', 'duplicates'],
	['/annuaire/a-verifier', 'due'],
	['/annuaire/imports', 'imports'],
	['/annuaire/manques', 'gaps'],
	['/annuaire/campagnes', 'campaigns'],
	['/annuaire/modeles', 'models'],
	['/annuaire/metiers', 'occupations'],
	['/annuaire/synonymes', 'synonyms'],
	['/territoires/nouveau', 'territories'],
] as const;

/** The doors, those behind which something waits first; otherwise in the order of use. */
export function showDesk(counts: DeskCounts): Door[] {
	const shown = doors.map(([href, name]) => ({
		href,
		title: translate(`desk.${name}`),
		lead: translate(`desk.${name}-lead`),
		waiting: waitingOf(counts, name),
	}));
	return [...shown.filter(({ waiting }) => waiting), ...shown.filter(({ waiting }) => !waiting)];
}

type Name = (typeof doors)[number][1];

function waitingOf(counts: DeskCounts, name: Name): string | null {
	if (name === 'imports')
		return counts.failing > 0 ? say('failing', counts.failing) : say('drafts', counts.drafts);
	if (name === 'propositions' || name === 'duplicates' || name === 'due') return say(name, counts[name]);
	return null;
}

const say = (
	what: 'propositions' | 'duplicates' | 'due' | 'failing' | 'drafts',
	count: number,
): string | null => (count > 0 ? translate(`desk.waiting-${what}`, { count }) : null);
