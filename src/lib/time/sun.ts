const day = 86_400_000;
const radians = Math.PI / 180;

/**
 * Sunrise and sunset on a day, where it is at a place (degrees, east positive); to about two minutes, by the equations
 * of NOAA's solar calculator. Null where the sun does not rise or does not set that day.
 */
export function sunOf(
	noon: Date,
	{ lat, lon }: { lat: number; lon: number },
): { rise: Date; set: Date } | null {
	const julian = Math.round(noon.getTime() / day - lon / -360 + 2_440_587.5 - 2_451_545);
	const mean = julian - lon / 360;
	const anomaly = (357.5291 + 0.98560028 * mean) % 360;
	const centre = 1.9148 * sin(anomaly) + 0.02 * sin(2 * anomaly) + 0.0003 * sin(3 * anomaly);
	const longitude = (anomaly + centre + 180 + 102.9372) % 360;
	const transit = 2_451_545 + mean + 0.0053 * sin(anomaly) - 0.0069 * sin(2 * longitude);
	const declination = Math.asin(sin(longitude) * sin(23.4397));
	const hour =
		(sin(-0.833) - sin(lat) * Math.sin(declination)) / (Math.cos(lat * radians) * Math.cos(declination));
	if (hour < -1 || hour > 1) return null;
	const half = Math.acos(hour) / (2 * Math.PI);
	const at = (date: number): Date => new Date((date - 2_440_587.5) * day);
	return { rise: at(transit - half), set: at(transit + half) };
}

const sin = (degrees: number): number => Math.sin(degrees * radians);
