import { anonymous } from '../lib/actor.ts';
import { readAddress } from '../lib/directory/search/address.ts';
import type { Help } from '../lib/directory/search/help.ts';
import type { Hit } from '../lib/directory/search/search.ts';
import { readEdition } from '../lib/directory/search/server/edition.ts';
import { findHelp } from '../lib/directory/search/server/find-help.ts';
import { sayReasons } from '../lib/directory/shown-result.ts';
import { categories, topics } from '../lib/directory/topic.ts';
import { Refusal } from '../lib/refusal.ts';
import { actAs } from '../lib/server/act.ts';
import { databaseOver, openPool } from '../lib/server/database.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, type Out, textOption, WrongUse } from './command.ts';
import { homonymLines } from './homonyms.ts';
import { withInstallation } from './with-installation.ts';

const defaultLimit = 20;

export const command: Command = {
	usage: 'search MOTS [--near COMMUNE|lat,lon]',
	help: translate('cli.search'),
	options: {
		near: { type: 'string', value: 'LIEU', help: translate('cli.search.near') },
		radius: { type: 'string', value: 'KM', help: translate('cli.search.radius') },
		topic: { type: 'string', value: 'SUJET', help: translate('cli.search.topic') },
		limit: { type: 'string', value: 'N', help: translate('cli.search.limit') },
	},
	run: (given) => {
		const asked = readAsked(given);
		return withInstallation('search', given.out.say, async ({ installation }) => {
			const pool = openPool(installation.appUrl, { max: 2 });
			try {
				const db = databaseOver(pool);
				const help = await findHelp(actAs(db, anonymous), await readEdition(db), {
					...asked,
					at: new Date(),
				});
				if (help.place.state === 'unknown')
					throw new Refusal(404, 'cli.search.unknown-commune', { value: asked.filters.place });
				show(given.out, help);
				return exit.done;
			} finally {
				await pool.end();
			}
		});
	},
};

/** The command line's words as a search: the same filters as an address, with any radius and limit. */
function readAsked(given: Given) {
	const near = textOption(given, 'near') ?? '';
	const point = /^\s*(-?\d+(?:[.,]\d+)?)\s*[,;]\s*(-?\d+(?:[.,]\d+)?)\s*$/.exec(near);
	const topic = textOption(given, 'topic');
	if (topic !== undefined && ![...topics, ...categories].includes(topic as never))
		throw new WrongUse(translate('cli.search.bad-topic', { value: topic }));
	const address = readAddress(
		new URLSearchParams({
			q: given.words.join(' '),
			...(topic && { theme: topic }),
			...(point ? { lat: point[1]!, lon: point[2]! } : { lieu: near }),
		}),
	);
	return {
		filters: {
			...address,
			radiusKm: numberOption(given, 'radius', address.radiusKm, 200, 'cli.search.bad-radius'),
		},
		limit: numberOption(given, 'limit', defaultLimit, 100, 'cli.search.bad-limit'),
	};
}

function numberOption(
	given: Given,
	name: string,
	otherwise: number,
	most: number,
	complaint: 'cli.search.bad-radius' | 'cli.search.bad-limit',
): number {
	const text = textOption(given, name);
	if (text === undefined) return otherwise;
	const value = Number(text.replace(',', '.'));
	if (!(value >= 1 && value <= most)) throw new WrongUse(translate(complaint, { value: text }));
	return value;
}

function show(out: Out, { filters, place, found: { total, results, remote } }: Help): void {
	const { near, homonyms } = place;
	out.result({
		total,
		results: results.map(plain),
		remote: remote.map(plain),
		near: near ? { name: near.label, code: near.communeCode ?? null } : null,
		homonyms,
	});
	for (const line of homonymLines(filters.place, homonyms)) out.say(line);
	out.say(translate('cli.search.total', { total }));
	list(out, results);
	if (remote.length > 0) out.say(`\n${translate('cli.search.remote')}`);
	list(out, remote);
}

const plain = ({ entry, distanceKm, reasons }: Hit) => ({
	id: entry.id,
	name: entry.name,
	organisation: entry.organisation,
	distanceKm,
	reasons: sayReasons(reasons),
});

function list(out: Out, hits: readonly Hit[]): void {
	for (const [index, { entry, reasons }] of hits.entries()) {
		const { name, organisation } = entry;
		out.say(translate('cli.search.hit', { number: index + 1, name, organisation }));
		out.say(translate('cli.search.reasons', { reasons: sayReasons(reasons).join(', ') }));
	}
}
