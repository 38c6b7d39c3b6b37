import { shownDay, shownInstant } from '#lib/access/shown-date.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { sayValue } from '../editing/shown-change.ts';
import type { EntryKind } from '../fields.ts';
import {
	type Choice,
	compareFields,
	equallyPrivate,
	isEmpty,
	proposedKeeper,
	type Side,
	sides,
} from './merging.ts';
import { type Reason, sayReason, speaksFor } from './reasons.ts';
import { nearlySureFrom } from './score.ts';
import type { ListedPair } from './server/list-pairs.ts';
import type { PairPage } from './server/pair-page.ts';
import type { FullVersion } from './server/versions.ts';

const likelyFrom = 72;

/** « Presque certain », « Probable » or « Possible », and the points. */
export const showScore = (score: number) => ({
	word: translate(
		score >= nearlySureFrom
			? 'duplicates.nearly-sure'
			: score >= likelyFrom
				? 'duplicates.likely'
				: 'duplicates.possible',
	),
	points: translate('duplicates.points', { score }),
});

export const showReasons = (reasons: readonly Reason[]) =>
	reasons.map((reason) => {
		const { key, values } = sayReason(reason);
		return { for: speaksFor(reason), sentence: translate(key, values) };
	});
export type ShownReason = ReturnType<typeof showReasons>[number];

export const pathOf = (kind: EntryKind, id: string): string =>
	`/${kind === 'service' ? 'services' : 'structures'}/${id}`;

/** The link from an import to what it brought twice; its pairs are looked for a moment after it. */
export const sayPairsOfRun = (count: number): string => translate('duplicates.import-count', { count });

/** A name that both bear is said once. */
const namesOf = (first: string, second: string): string =>
	first === second ? first : translate('duplicates.two-names', { first, second });

export const showListed = ({
	id,
	kind,
	state,
	score,
	reasons,
	decidedAt,
	changedAt,
	first,
	second,
}: ListedPair) => ({
	id,
	href: `/annuaire/doublons/${id}`,
	title: namesOf(first.name, second.name),
	kind: translate(`duplicates.kind-${kind}`),
	score: showScore(score),
	reasons: showReasons(reasons),
	entries: [first, second].map((entry) => ({
		...entry,
		where: [entry.organisation, entry.commune].filter((part) => part !== null).join(', '),
	})),
	decision:
		state === 'proposed' || decidedAt === null
			? null
			: translate(`duplicates.state-${state}`, { when: shownInstant(decidedAt) }),
	changed: changedAt !== null,
});
export type ShownListedPair = ReturnType<typeof showListed>;

export function labelOf(field: string): string {
	const key = field === 'placeId' ? 'duplicates.address' : `fields.label.${field}`;
	return isTextKey(key) ? translate(key) : field;
}

const textOf = (field: string, version: FullVersion): string =>
	field === 'placeId'
		? (version.address ?? translate('history.empty'))
		: sayValue(field, version.values[field]);

const letters: Readonly<Record<Side, string>> = { first: 'A', second: 'B' };

const showVersion = (kind: EntryKind, side: Side, version: FullVersion) => ({
	side,
	letter: letters[side],
	name: version.name,
	href: pathOf(kind, version.id),
	source: version.source,
	where: [kind === 'service' ? version.organisationName : null, version.address]
		.filter((part) => part !== null)
		.join(', '),
	told: isEmpty(version.toldOn)
		? ''
		: translate('duplicates.told-on', { day: shownDay(new Date(`${version.toldOn}T12:00Z`)) }),
	services:
		kind === 'organisation' ? translate('duplicates.services-count', { count: version.services }) : '',
	gone: version.isGone,
});

const optionLabel = (choice: Choice): string =>
	choice === 'both'
		? translate('duplicates.both')
		: translate('duplicates.entry', { letter: letters[choice] });

/** The two entries that wait, field by field; `typed` is what was chosen, when the form comes back. */
function showComparison(page: PairPage, typed: Readonly<Record<string, string>>) {
	const { both, pair, services } = page;
	if (!both || pair.state !== 'proposed') return null;
	const { kind } = pair;
	const compared = compareFields(kind, both.first, both.second).filter(({ field }) =>
		sides.some((side) => !isEmpty(both[side].values[field])),
	);
	return {
		seen: page.seen,
		keep: typed.keep ?? proposedKeeper(kind, both.first, both.second),
		versions: sides.map((side) => showVersion(kind, side, both[side])),
		asPrivate: equallyPrivate(both.first, both.second),
		different: compared
			.filter(({ same, options }) => !same && options.length > 1)
			.map(({ field, options, chosen }) => ({
				name: `champ.${field}`,
				label: labelOf(field),
				options: options.map((choice) => ({
					value: choice,
					label: optionLabel(choice),
					text: choice === 'both' ? '' : textOf(field, both[choice]),
					chosen: choice === (typed[`champ.${field}`] ?? chosen),
				})),
			})),
		alone: compared
			.filter(({ same, options }) => !same && options.length === 1)
			.map(({ field, chosen }) => ({
				label: labelOf(field),
				from: optionLabel(chosen),
				text: chosen === 'both' ? '' : textOf(field, both[chosen]),
			})),
		same: compared
			.filter(({ same }) => same)
			.map(({ field }) => ({ label: labelOf(field), text: textOf(field, both.first) })),
		services: services.map(({ id, firstName, secondName, score }) => ({
			id,
			href: `/annuaire/doublons/${id}`,
			label: namesOf(firstName, secondName),
			score: showScore(score).word,
			sure: score >= nearlySureFrom,
		})),
	};
}

function showDecision({ pair, decider, merged, survivor, taken }: PairPage) {
	if (pair.state === 'proposed' || decider === null || pair.decidedAt === null) return null;
	const values = { name: decider, when: shownInstant(pair.decidedAt) };
	return {
		merged: pair.state === 'merged',
		sentence: translate(`duplicates.decided-${pair.state}`, values),
		kept: survivor && { name: survivor.name, href: pathOf(pair.kind, survivor.id) },
		gone: merged && { name: merged.name, source: merged.source },
		taken: taken.map(labelOf),
	};
}

/** The page of a pair, ready to be drawn. */
export const showPair = (page: PairPage, typed: Readonly<Record<string, string>> = {}) => ({
	id: page.pair.id,
	kind: page.pair.kind,
	score: showScore(page.score),
	reasons: showReasons(page.reasons),
	fresh: page.fresh && showReasons(page.fresh),
	one: page.both === null && page.pair.state === 'proposed',
	comparison: showComparison(page, typed),
	decision: showDecision(page),
	undone:
		page.undoer && page.pair.undoneAt
			? translate('duplicates.undone-by', { name: page.undoer, when: shownInstant(page.pair.undoneAt) })
			: null,
});
export type ShownPair = ReturnType<typeof showPair>;
