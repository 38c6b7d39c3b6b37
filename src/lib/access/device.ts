const browsers: readonly [RegExp, string][] = [
	[/Edg\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X|Macintosh/, 'Mac'],
	[/CrOS/, 'Chromebook'],
	[/Linux/, 'Linux'],
];

const first = (names: readonly [RegExp, string][], agent: string): string | undefined =>
	names.find(([sign]) => sign.test(agent))?.[1];

/** Enough for a person to recognise her own device, such as « Firefox, Android »; the full line is never kept. */
export const deviceName = (userAgent: string | null): string =>
	[first(browsers, userAgent ?? ''), first(systems, userAgent ?? '')].filter(Boolean).join(', ');
