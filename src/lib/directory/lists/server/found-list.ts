import type { Work } from '#lib/server/act.ts';
import { needs } from '#lib/ui/needs.ts';
import { pageSize, readAddress } from '../../search/address.ts';
import type { Hit } from '../../search/search.ts';
import type { Edition } from '../../search/server/edition.ts';
import { findHelp } from '../../search/server/find-help.ts';
import { type FoundList, mostRows } from '../exported-list.ts';

/** What one reading of the index gives at most, in pages of an address. */
const chunk = 100;
const pagesInChunk = chunk / pageSize;

/**
 * Everything that the address of a search finds, whatever its page: the list, then what is given at a distance, up to
 * `most` rows together. The order is the page's own.
 */
export async function foundList(
	act: Work,
	edition: Edition,
	params: URLSearchParams,
	at: Date,
	most: number = mostRows,
): Promise<FoundList> {
	const asked = readAddress(params);
	const categories = needs.find(({ key }) => key === asked.need)?.categories ?? [];
	const near: Hit[] = [];
	const remote: Hit[] = [];
	let total = 0;
	for (let page = 1; (page - 1) * pageSize < most; page += pagesInChunk) {
		const filters = { ...asked, page };
		const { found } = await findHelp(act, edition, { filters, categories, limit: chunk, at });
		near.push(...found.results);
		remote.push(...found.remote);
		total = found.total + found.remoteTotal;
		if (near.length >= found.total && remote.length >= found.remoteTotal) break;
	}
	return { hits: [...near, ...remote].slice(0, most), total };
}
