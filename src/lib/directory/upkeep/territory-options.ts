import { territoryKinds } from '#lib/territory/territory.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';
import type { ServedTerritory } from './server/served-territories.ts';

/** Everywhere, then each territory with its kind. */
export const territoryOptions = (territories: readonly ServedTerritory[]): Option[] => [
	{ value: '', label: translate('upkeep.everywhere') },
	...territories.map(({ kind, code, name }) => ({
		value: `${kind}:${code}`,
		label: `${name} (${translate(`upkeep.kind-${kind}` satisfies TextKey)})`,
	})),
];

/** `kind:code` as an address carries it; undefined for everywhere, or for what is no territory. */
export function readTerritory(
	text: string | null,
): { readonly kind: string; readonly code: string } | undefined {
	const [kind = '', code = ''] = (text ?? '').split(':');
	return territoryKinds.some((known) => known === kind) && code ? { kind, code } : undefined;
}
