import type { AnyField, EntryKind, FieldOf } from '../fields.ts';
import { offeredLanguages } from '../language-names.ts';
import { employerKinds } from '../organisation.ts';
import {
	audiences,
	fees,
	mobilisationModes,
	mobilisers,
	saturations,
	serviceKinds,
	welcomeModes,
	welcomes,
} from '../service.ts';
import { topics } from '../topic.ts';

/** How a field is typed. `rows` are items of several cells each; `codes` a list of codes; `hours` French or OSM hours. */
export type Control =
	| { readonly as: 'text' | 'phone' | 'email' | 'link' | 'lines' | 'number' | 'yes-no' | 'hours' | 'codes' }
	| { readonly as: 'one' | 'several'; readonly options: readonly string[] }
	| { readonly as: 'rows'; readonly item: RowItem };
export type RowItem = 'closure' | 'offer' | 'resource' | 'stop';

const one = (options: readonly string[]) => ({ as: 'one', options }) as const;
const several = (options: readonly string[]) => ({ as: 'several', options }) as const;
const rows = (item: RowItem) => ({ as: 'rows', item }) as const;
const text = { as: 'text' } as const;
const lines = { as: 'lines' } as const;
const number = { as: 'number' } as const;
const yesNo = { as: 'yes-no' } as const;
const shared = {
	name: text,
	description: lines,
	phone: { as: 'phone' },
	email: { as: 'email' },
	openingHours: { as: 'hours' },
	languages: several(offeredLanguages),
	closures: rows('closure'),
	confidential: yesNo,
	contactPrivate: yesNo,
} as const;

/** The networks come from sources: they are not typed here. */
export const controls = {
	organisation: {
		...shared,
		siret: text,
		website: { as: 'link' },
		accessibilityUrl: { as: 'link' },
		employerKind: one(employerKinds),
		offers: rows('offer'),
		resources: rows('resource'),
	},
	service: {
		...shared,
		kind: one(serviceKinds),
		topics: several(topics),
		fee: one(fees),
		feeDetails: text,
		audiences: several(audiences),
		audienceDetails: lines,
		conditions: lines,
		welcomeModes: several(welcomeModes),
		zone: { as: 'codes' },
		contactName: text,
		mobilisationLink: { as: 'link' },
		mobilisationModes: several(mobilisationModes),
		mobilisableBy: several(mobilisers),
		mobilisationDetails: lines,
		weeklyHours: number,
		weeks: number,
		capacity: number,
		placesLeft: number,
		saturation: one(saturations),
		welcome: one(welcomes),
		stops: rows('stop'),
		responseDays: number,
	},
} as const satisfies { [Kind in EntryKind]: Partial<Record<FieldOf<Kind>, Control>> };

/** A part of the form: what changes from day to day comes first. */
export interface Section {
	readonly name: 'today' | 'what' | 'who' | 'where' | 'contact' | 'access' | 'work' | 'privacy';
	readonly fields: readonly AnyField[];
}

export const sections: Readonly<Record<EntryKind, readonly Section[]>> = {
	service: [
		{ name: 'today', fields: ['placesLeft', 'capacity', 'saturation', 'closures', 'responseDays'] },
		{
			name: 'what',
			fields: ['name', 'kind', 'description', 'topics', 'fee', 'feeDetails', 'weeklyHours', 'weeks'],
		},
		{ name: 'who', fields: ['welcome', 'audiences', 'audienceDetails', 'conditions', 'languages'] },
		{ name: 'where', fields: ['welcomeModes', 'openingHours', 'stops', 'zone'] },
		{
			name: 'contact',
			fields: [
				'phone',
				'email',
				'contactName',
				'mobilisationModes',
				'mobilisationLink',
				'mobilisableBy',
				'mobilisationDetails',
			],
		},
		{ name: 'privacy', fields: ['confidential', 'contactPrivate'] },
	],
	organisation: [
		{ name: 'today', fields: ['closures', 'openingHours'] },
		{ name: 'what', fields: ['name', 'description', 'languages', 'siret'] },
		{ name: 'contact', fields: ['phone', 'email', 'website', 'accessibilityUrl'] },
		{ name: 'work', fields: ['employerKind', 'offers', 'resources'] },
		{ name: 'privacy', fields: ['confidential', 'contactPrivate'] },
	],
};
