import { sunOf } from '#lib/time/sun.ts';

const paris = { lat: 48.8566, lon: 2.3522 };
const clock = 'Europe/Paris';

/** What an almanac says of a day: nothing of whoever reads it. Times as ISO instants; the week is that of ISO 8601. */
export function theDay(at: Date) {
	const sun = sunOf(at, paris);
	const thursday = new Date(at.toLocaleDateString('en-CA', { timeZone: clock }));
	thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
	const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
	const week = Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7);
	return { at, rise: sun?.rise ?? at, set: sun?.set ?? at, week };
}
