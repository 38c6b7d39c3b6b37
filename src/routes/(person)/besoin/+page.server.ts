import { languageName, offeredLanguages } from '#lib/directory/language-names.ts';
import { readAddress } from '#lib/directory/search/address.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({
	filters: readAddress(url.searchParams),
	languages: offeredLanguages.map((code) => ({ code, name: languageName(code) })),
});
