import { translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';

/** The kinds of pairs that a list may show, as its address says them. */
export const pairFilterOptions = (): Option[] => [
	{ value: '', label: translate('duplicates.kind-all') },
	{ value: 'structures', label: translate('duplicates.kinds-organisation') },
	{ value: 'services', label: translate('duplicates.kinds-service') },
];
