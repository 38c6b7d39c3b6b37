import { translate } from '#lib/texts/translator.ts';
import { type CriterionKey, organisationScore } from '../quality.ts';
import type { JudgedService } from './server/organisation-quality.ts';

/** How well an organisation's services are described, and what to do, ready to be drawn. */
export interface ShownQuality {
	/** Whole percents; null for an organisation that offers nothing yet. */
	readonly percent: number | null;
	readonly services: readonly {
		readonly id: string;
		readonly name: string;
		readonly percent: number;
		readonly todo: readonly { readonly key: CriterionKey; readonly label: string; readonly advice: string }[];
	}[];
}

export function showQuality(services: readonly JudgedService[]): ShownQuality {
	const score = organisationScore(services.map(({ quality }) => quality));
	return {
		percent: score === undefined ? null : percent(score),
		services: services.map(({ id, name, quality }) => ({
			id,
			name,
			percent: percent(quality.score),
			todo: quality.criteria
				.filter(({ worth }) => worth < 1)
				.sort((a, b) => a.worth - b.worth)
				.map(({ key, advice }) => ({
					key,
					label: translate(`upkeep.criterion.${key}`),
					advice: translate(advice),
				})),
		})),
	};
}

/** Rounded down: only what is complete reads 100 %. */
const percent = (score: number): number => Math.floor(score * 100 + 1e-9);
