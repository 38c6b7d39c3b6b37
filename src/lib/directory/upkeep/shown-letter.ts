import { translate } from '#lib/texts/translator.ts';
import { addressLines } from '../shown-place.ts';
import { summaryOf } from '../summary.ts';
import type { AskedService, ReadLetter } from './server/read-letter.ts';
import { shownValue } from './shown-proposition.ts';

/** The page of a mailed link, ready to be drawn. */
export interface ShownLetter {
	readonly organisation: string;
	readonly email: string;
	readonly waiting: readonly ShownAsked[];
	readonly answered: readonly { readonly id: string; readonly name: string; readonly answer: string }[];
}
interface ShownAsked {
	readonly id: string;
	readonly name: string;
	readonly summary: string;
	/** What people rely on to come: each with its lines, « non renseigné » when the page says nothing. */
	readonly facts: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

export const showLetter = ({ organisation, email, services }: ReadLetter): ShownLetter => ({
	organisation,
	email,
	waiting: services.filter(({ answer }) => answer === null).map(showAsked),
	answered: services.flatMap(({ id, name, answer }) =>
		answer === null ? [] : [{ id, name, answer: sayAnswer(answer) }],
	),
});

const showAsked = ({
	id,
	name,
	description,
	phone,
	email,
	openingHours,
	place,
}: AskedService): ShownAsked => ({
	id,
	name,
	summary: summaryOf(description),
	facts: [
		{ label: translate('fields.label.phone'), lines: told(phone) },
		{ label: translate('fields.label.email'), lines: told(email) },
		{ label: translate('upkeep.address'), lines: or(addressLines(place)) },
		{ label: translate('fields.label.openingHours'), lines: or(shownValue('openingHours', openingHours)) },
	],
});

const told = (value: string | null): string[] => or(value ? [value] : []);
const or = (lines: string[]): string[] => (lines.length > 0 ? lines : [translate('upkeep.untold')]);

const sayAnswer = (answer: string): string => {
	if (answer === 'exact') return translate('upkeep.answered-exact');
	return translate(answer === 'closed' ? 'upkeep.answered-closed' : 'upkeep.answered-corrected');
};
