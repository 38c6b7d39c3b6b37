import { translate } from '#lib/texts/translator.ts';
import { sayValue } from '../editing/shown-change.ts';
import { fieldLabel } from '../fields.ts';
import { differencesFrom, sharedFields } from './model.ts';
import type { KnownModel } from './server/models.ts';

/** A model and its branches, ready to be drawn. `mayChange` says whether the actor keeps an organisation. */
export const showModel = (model: KnownModel, mayChange: (organisationId: string) => boolean) => ({
	id: model.id,
	name: model.name,
	organisation: model.organisation,
	mayChange: mayChange(model.organisationId),
	fields: sharedFields
		.filter((field) => !isEmpty(model.values[field]))
		.map((field) => ({
			term: translate(fieldLabel(field)),
			value: sayValue(field, model.values[field]),
		})),
	branches: model.branches.map((branch) => ({
		id: branch.id,
		name: branch.name,
		organisation: branch.organisation,
		mayChange: mayChange(branch.organisationId),
		differences: differencesFrom(model.values, branch.values).map((difference) => ({
			field: difference.field,
			label: translate(fieldLabel(difference.field)),
			model: sayValue(difference.field, difference.model),
			branch: sayValue(difference.field, difference.branch),
		})),
	})),
});
export type ShownModel = ReturnType<typeof showModel>;

const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || (Array.isArray(value) && value.length === 0);
