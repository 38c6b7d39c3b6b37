import { translate } from '#lib/texts/translator.ts';
import { type EntryKind, fieldLabel } from '../fields.ts';
import { type ProposableField, proposable, type Shown, typedValue } from './proposal.ts';

/** The fields of a correction's form, ready to be drawn. */
export interface CorrectionFields {
	readonly kind: EntryKind;
	readonly fields: readonly {
		readonly name: ProposableField;
		readonly label: string;
		readonly hint: string | undefined;
		/** What the page says now, as it is typed. */
		readonly value: string;
		/** Several lines of text. */
		readonly lines: number | undefined;
	}[];
}

const several: Partial<Record<ProposableField, number>> = {
	openingHours: 4,
	description: 8,
	conditions: 4,
	audienceDetails: 3,
	mobilisationDetails: 3,
};

export const correctionFields = (kind: EntryKind, shown: Shown): CorrectionFields => ({
	kind,
	fields: proposable[kind].flatMap((name) => {
		const value = shown[name];
		if (value === undefined) return [];
		return [
			{
				name,
				label: translate(fieldLabel(name)),
				hint: hintOf(name),
				value: typedValue(name, value),
				lines: several[name],
			},
		];
	}),
});

const hintOf = (name: ProposableField): string | undefined =>
	name === 'openingHours' ? translate('upkeep.hours-hint') : undefined;
