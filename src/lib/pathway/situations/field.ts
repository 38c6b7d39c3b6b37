/** What a column of her spreadsheet may say. Only the name is needed. */
export const situationFields = [
	'name',
	'mark',
	'openedOn',
	'goal',
	'domain',
	'step',
	'dueOn',
	'owner',
	'language',
	'commune',
	'safeContact',
	'protection',
] as const;
export type SituationField = (typeof situationFields)[number];

export const isSituationField = (text: unknown): text is SituationField =>
	situationFields.some((field) => field === text);
