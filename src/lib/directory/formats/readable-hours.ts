import { isReadable } from '#lib/time/opening-hours.ts';

const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const days = `${day}(?:-${day})?(?:,${day}(?:-${day})?)*`;
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const spans = `${clock}-${clock}(?:,${clock}-${clock})*`;
/** Plain weeks are most of what sources write, and reading one with the library takes half a millisecond. */
const plainWeek = new RegExp(`^${days} ${spans}(?:; ?${days} ${spans})*(?:; ?PH off)?$`);

/** Whether opening hours follow OpenStreetMap's grammar. */
export const areReadable = (hours: string): boolean =>
	hours.length < 500 && plainWeek.test(hours) ? true : isReadable(hours);
