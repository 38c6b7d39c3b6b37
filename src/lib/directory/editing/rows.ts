import { acceptances, offerKinds, resourceKinds } from '../organisation.ts';
import type { RowItem } from './controls.ts';

/** A cell of a row of the form. */
export interface RowCell {
	readonly name: string;
	readonly as: 'text' | 'date' | 'number' | 'hours' | 'dates' | 'one' | 'several';
	readonly options?: readonly string[];
}

const text = (name: string): RowCell => ({ name, as: 'text' });
const date = (name: string): RowCell => ({ name, as: 'date' });
const number = (name: string): RowCell => ({ name, as: 'number' });

/** The cells of each kind of row, in the order of the form. */
export const rowCells: Readonly<Record<RowItem, readonly RowCell[]>> = {
	closure: [date('from'), date('to'), text('reason')],
	offer: [
		{ name: 'kind', as: 'one', options: offerKinds },
		text('title'),
		text('romeCode'),
		text('description'),
		{ name: 'accepts', as: 'several', options: acceptances },
		number('places'),
		date('until'),
	],
	resource: [
		{ name: 'direction', as: 'one', options: ['offered', 'sought'] },
		{ name: 'kind', as: 'one', options: resourceKinds },
		text('title'),
		text('description'),
		date('until'),
	],
	stop: [
		text('name'),
		text('address'),
		text('communeCode'),
		number('latitude'),
		number('longitude'),
		{ name: 'openingHours', as: 'hours' },
		{ name: 'dates', as: 'dates' },
	],
};

/** A new row offers these before anything is typed: they alone do not make it a row. */
const given = new Set(['kind', 'direction']);

export const isBlankRow = (item: RowItem, row: Readonly<Record<string, unknown>>): boolean =>
	rowCells[item].every(({ name }) => {
		const value = row[name];
		return given.has(name) || value === null || (Array.isArray(value) && value.length === 0);
	});
