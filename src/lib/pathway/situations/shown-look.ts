import { languageName } from '#lib/directory/language-names.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { fieldName } from './field-name.ts';

import { sayFault } from './say-fault.ts';
import { sayTwin } from './say-twin.ts';
import { firstLine, type ReadySituation, type RefusedLine } from './situation.ts';

interface Look {
	readonly people: readonly ReadySituation[];
	readonly refused: readonly RefusedLine[];
}

const mostPeople = 10;
const mostRefused = 50;

/** What would be written, as the page shows it before anything is. */
export function showLook({ people, refused }: Look) {
	const sure = people.filter(({ twins }) => twins.length === 0);
	return {
		count: sure.length,
		total: people.length,
		lead: translate('situations.check-lead', {
			people: sure.length,
			steps: sure.reduce((count, { steps }) => count + steps.length, 0),
			refused: refused.length,
		}),
		people: sure.slice(0, mostPeople).map(showSituation),
		twins: people.filter(({ twins }) => twins.length > 0).map(showTwin),
		refused: refused.slice(0, mostRefused).map(showRefused),
		refusedCount: refused.length,
		refusedMore: Math.max(0, refused.length - mostRefused),
	};
}
export type ShownLook = ReturnType<typeof showLook>;

const showTwin = (one: ReadySituation) => ({
	value: String(firstLine(one)),
	label: translate('situations.anyway', { name: one.name, line: firstLine(one) }),
	hint: one.twins.map(sayTwin).join(' ; '),
});

const showRefused = ({ line, faults }: RefusedLine) => ({
	line: translate('situations.check-line', { line }),
	said: faults.map((fault) =>
		fault.field === null
			? sayFault(fault)
			: translate('situations.check-fault', { field: fieldName(fault.field), problem: sayFault(fault) }),
	),
});

const showSituation = (one: ReadySituation) => ({
	line: firstLine(one),
	name: one.name,
	wants: [
		...(one.words ? [translate('situations.wants', { words: one.words })] : []),
		...one.goals.map(({ words, domain }) =>
			translate('situations.goal-in', { words, domain: translate(`grid.${domain}`) }),
		),
	],
	steps: one.steps.map(({ words, dueOn, owner }) =>
		translate('situations.step-told', { words, date: frenchDate(dueOn), owner }),
	),
	rest: restOf(one),
});

function restOf({
	openedOn,
	language,
	commune,
	contactRule,
	safeContact,
	protection,
}: ReadySituation): string {
	const said = [
		openedOn && translate('situations.opened-on', { date: frenchDate(openedOn) }),
		language && languageName(language),
		commune,
		contactRule === 'never' && translate('situations.rest-never'),
		safeContact && translate('situations.rest-careful', { words: safeContact }),
		protection !== 'ordinary' && translate(`situations.rest-${protection}`),
	];
	return said.filter(Boolean).join(' · ');
}
