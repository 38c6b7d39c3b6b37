import { z } from 'zod';
import { acceptances, employerKinds, offerKinds, resourceKinds } from '../organisation.ts';
import { id, language, list, number, oneOf, text, thing, yesOrNo } from './hsds-terms.ts';

const day = () => text().check(z.iso.date('api.hsds.not-day'));
const hours = () =>
	text().describe(
		'OpenStreetMap `opening_hours`: the exact hours, of which `schedules` tell the ordinary week.',
	);

const closures = list(
	thing({
		from: day(),
		to: day().optional().describe('Last day closed; absent while nobody knows it.'),
		reason: text().optional(),
	}),
)
	.optional()
	.describe('Days when it is closed, both ends included.');

const origin = {
	source: text().optional().describe('Who tells this entry: the `source` of data·inclusion.'),
	source_id: text().optional().describe('Its identifier there: `<source>--<id of the producer>`.'),
	updated_on: day().optional().describe('Day when its source last changed it: `date_maj` of data·inclusion.'),
	fictional: yesOrNo().optional().describe('True for invented entries, of a demonstration.'),
	closures,
	opening_hours: hours().optional(),
	confidential: yesOrNo()
		.optional()
		.describe('True when its address is never published: only its commune is told.'),
	merged_into: id().optional().describe('The entry that it became one with: ask for that one.'),
};

/** What the French profile adds to HSDS 3.1, where no term of HSDS suits. */
export const organization = {
	...origin,
	defunct: yesOrNo()
		.optional()
		.describe('True for an organization that no longer exists, or that nobody tells any more.'),
	languages: list(thing(language)).optional().describe('Languages spoken there.'),
	employer_kind: oneOf(employerKinds).optional(),
	offers: list(
		thing({
			kind: oneOf(offerKinds),
			title: text(),
			rome_code: text().optional().describe('Occupation, in the ROME of France Travail.'),
			description: text().optional(),
			accepts: list(oneOf(acceptances)).optional(),
			places: number().optional(),
			until: day().optional(),
		}),
	)
		.optional()
		.describe('Immersions, training and jobs that an employer offers.'),
	resources: list(
		thing({
			direction: oneOf(['offered', 'sought']),
			kind: oneOf(resourceKinds),
			title: text(),
			description: text().optional(),
			until: day().optional(),
		}),
	)
		.optional()
		.describe('Means that the organization offers to others, or looks for.'),
};

export const service = {
	...origin,
	organization_source_id: text()
		.optional()
		.describe('The `source_id` of who offers it, where its organization is not told with it.'),
	conditions: text().optional().describe('Conditions of access: `conditions_acces` of data·inclusion.'),
	audience_description: text().optional().describe('`publics_precisions` of data·inclusion.'),
	weekly_hours: number().optional(),
	weeks: number().optional(),
	response_days: number().optional().describe('Days it usually takes to answer a request.'),
	capacity: number().optional().describe('How many people it can receive in all.'),
};

export const serviceAtLocation = {
	opening_hours: hours().optional(),
	dates: list(day()).optional().describe('Days when a mobile service stops there.'),
};
