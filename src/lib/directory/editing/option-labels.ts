import { isTextKey, translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';
import { languageName } from '../language-names.ts';

/** Where the words of each list's codes are in the texts. */
const prefixes: Readonly<Record<string, string>> = {
	kind: 'kind.',
	fee: 'fee.',
	topics: 'topic.',
	audiences: 'audience.',
	welcomeModes: 'mode.',
	mobilisationModes: 'service.how-',
	mobilisableBy: 'service.by-',
	saturation: 'edit.saturation.',
	welcome: 'edit.welcome.',
	employerKind: 'sheet.employer.',
	'offer.kind': 'sheet.offer-kind.',
	'offer.accepts': 'sheet.accepts.',
	'resource.kind': 'sheet.resource.',
	'resource.direction': 'sheet.',
};

/** A code of a list in words; the code itself when nobody named it. */
export function optionLabel(list: string, code: string): string {
	if (list === 'languages') return languageName(code);
	const key = `${prefixes[list] ?? ''}${code}`;
	return isTextKey(key) ? translate(key) : code;
}

export const optionsOf = (list: string, codes: readonly string[]): Option[] =>
	codes.map((value) => ({ value, label: optionLabel(list, value) }));
