import type { Work } from '#lib/server/act.ts';
import { type CommuneCandidate, findCommunes } from '#lib/territory/server/find-commune.ts';
import { type TerritoriesOfCommune, territoriesOf } from '#lib/territory/server/find-territories.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Filters } from '../address.ts';
import type { CommuneChoice, Place } from '../help.ts';
import type { Near } from '../query.ts';

const nowhere: Place = { state: 'none', near: undefined, homonyms: [], approximate: false, territory: null };

/** Reads the place of a search: the device's position, a chosen commune, or what was typed. */
export async function readPlace(
	work: Work,
	{ place, commune, point }: Pick<Filters, 'place' | 'commune' | 'point'>,
): Promise<Place> {
	if (point) return placeOfPoint(work, point);
	const typed = commune || place;
	if (!typed) return nowhere;
	return work(async (act) => {
		const candidates = await findCommunes(act, typed);
		const [best] = candidates;
		if (!best) return { ...nowhere, state: 'unknown' };
		const homonyms = commune ? [] : homonymsOf(candidates);
		const territories = await territoriesOf(act, best.code);
		return {
			state: homonyms.length > 0 ? 'homonyms' : 'found',
			near: nearCommune(best, territories),
			homonyms: homonyms.map(choiceOf),
			approximate: best.position === 'approximate',
			territory: territories.daily?.name ?? null,
		};
	});
}

/** Candidates that what was typed does not tell apart: the same name, or the same postcode. */
function homonymsOf([best, ...others]: readonly CommuneCandidate[]): readonly CommuneCandidate[] {
	if (!best || (best.match !== 'exact' && best.match !== 'postcode')) return [];
	const same = others.filter(({ match, kind }) => match === best.match && kind !== 'former');
	return same.length > 0 ? [best, ...same] : [];
}

const choiceOf = ({
	code,
	name,
	departmentName,
	departmentCode,
	postcodes,
}: CommuneCandidate): CommuneChoice => ({
	code,
	name,
	department: departmentName ?? departmentCode ?? '',
	postcode: postcodes[0] ?? null,
});

function nearCommune(commune: CommuneCandidate, territories: TerritoriesOfCommune): Near | undefined {
	const { latitude, longitude, name, currentCode, departmentCode } = commune;
	if (latitude === null || longitude === null) return undefined;
	return {
		latitude,
		longitude,
		label: name,
		communeCode: currentCode,
		...(departmentCode && { departmentCode }),
		...(territories.epci && { epciCode: territories.epci.code }),
	};
}

/** Around a position, the nearest commune tells which zones of eligibility hold; its name is not shown. */
const placeOfPoint = (work: Work, point: { latitude: number; longitude: number }): Promise<Place> =>
	work(async (act) => {
		const [nearest] = await findCommunes(act, `${point.latitude},${point.longitude}`, 1);
		const territories = nearest ? await territoriesOf(act, nearest.code) : null;
		const codes = nearest && territories ? nearCommune(nearest, territories) : undefined;
		return {
			state: 'found',
			near: { ...codes, ...point, label: translate('find.here') },
			homonyms: [],
			approximate: false,
			territory: territories?.daily?.name ?? null,
		};
	});
