import type { Work } from '#lib/server/act.ts';
import { findCommunes } from '#lib/territory/server/find-commune.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { needs } from '#lib/ui/needs.ts';
import { readAddress } from '../../search/address.ts';
import { readPlace } from '../../search/server/place.ts';
import { topicLabel } from '../shown-gap.ts';

/** The form of a gap, filled with what was searched. */
export interface GapForm {
	readonly words: string;
	readonly place: string;
	/** The code of `place`, when it is known for sure. */
	readonly commune: string;
	readonly topics: readonly { readonly value: string; readonly label: string }[];
	readonly audiences: readonly { readonly value: string; readonly label: string }[];
}

/** Reads the address of a search that found nothing; a position becomes the commune around it. */
export async function gapForm(act: Work, params: URLSearchParams): Promise<GapForm> {
	const filters = readAddress(params);
	const { near, state } = await readPlace(act, filters);
	const code = state === 'found' ? near?.communeCode : undefined;
	const name = code ? await act((here) => communeName(here, code)) : undefined;
	const ofNeed = needs.find(({ key }) => key === filters.need)?.categories ?? [];
	const topics = filters.topics.length > 0 ? filters.topics : ofNeed;
	return {
		words: filters.words,
		place: name ?? filters.place,
		commune: name && code ? code : '',
		topics: topics.map((value) => ({ value, label: topicLabel(value) })),
		audiences: filters.audiences.map((value) => ({
			value,
			label: translate(`audience.${value}` as TextKey),
		})),
	};
}

const communeName = async (act: Parameters<typeof findCommunes>[0], code: string) =>
	(await findCommunes(act, code, 1))[0]?.name;
