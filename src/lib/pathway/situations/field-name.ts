import { translate } from '#lib/texts/translator.ts';
import type { SituationField } from './field.ts';

/** A field in a sentence: « Repère », without what its choice explains between brackets. */
export const fieldName = (field: SituationField): string =>
	translate(`situations.field.${field}`).replace(/\s*\(.*\)$/, '');
