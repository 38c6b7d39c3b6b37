import { translate } from '../../texts/translator.ts';
import type { Pin } from './pins.ts';

const lists = new Intl.ListFormat('fr-FR');

/** A pin in words: its number and its place, or all of those it stands for. */
export function pinName({ points, approximate }: Pin): string {
	const [{ number, label }] = points;
	if (points.length > 1) {
		const numbers = lists.format(points.map((point) => String(point.number ?? '')).filter(Boolean));
		const labels = lists.format([...new Set(points.map((point) => point.label))]);
		return translate('map.pins-together', { numbers, count: points.length, labels });
	}
	if (number === null) return label;
	return translate(approximate ? 'map.pin-approximate' : 'map.pin', { number, label });
}
