import type { Work } from '#lib/server/act.ts';
import { needs } from '#lib/ui/needs.ts';
import { readAddress } from '../address.ts';
import type { Help } from '../help.ts';
import { findHelp } from './find-help.ts';
import { liveIndex } from './live-index.ts';

/** Finds what the address of a results page asks, in the edition of the directory in force. */
export async function findAddress(
	work: Work,
	params: URLSearchParams,
	at: Date,
): Promise<{ help: Help; version: number }> {
	const filters = readAddress(params);
	const categories = needs.find(({ key }) => key === filters.need)?.categories ?? [];
	const edition = await liveIndex().current();
	return { help: await findHelp(work, edition, { filters, categories, at }), version: edition.version };
}
