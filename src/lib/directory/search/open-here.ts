import { isOpenAt } from '#lib/time/opening-hours.ts';
import { zoneOf } from '#lib/time/zone.ts';
import type { IsOpen } from './openings.ts';

/** Whether hours are open at an instant where the place is: overseas communes have their own clocks. */
export const isOpenHere: IsOpen = (hours, at, communeCode) =>
	isOpenAt(hours, at, zoneOf(communeCode ?? '75'));
