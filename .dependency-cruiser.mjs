// The floors of the house: a folder imports the floors below it, never its neighbours nor those above.
const floors = [
	['server', 'ui', 'geo', 'time', 'texts'],
	['access', 'territory'],
	['directory', 'writing'],
	['person', 'collective'],
	['pathway', 'decision'],
	['rupture', 'project'],
	['coverage', 'network', 'practice', 'exchange', 'indicator'],
];

const inside = (rooms) => `^src/lib/(${rooms.join('|')})/`;
const tests = '\\.test\\.ts$|^src/lib/testing/';

/** From each floor, what stands above it or beside it is out of reach. */
const floorRules = floors.flatMap((rooms, floor) =>
	rooms.map((room) => ({
		name: `floor-${floor}-${room}`,
		severity: 'error',
		comment: `src/lib/${room} imports only the floors below it`,
		from: { path: inside([room]), pathNot: tests },
		to: {
			path: inside([
				...floors.slice(floor + 1).flat(),
				...(floor === 0 ? [] : rooms.filter((other) => other !== room)),
			]),
		},
	})),
);

export default {
	forbidden: [
		...floorRules,
		{ name: 'no-circle', severity: 'error', from: { pathNot: tests }, to: { circular: true } },
		{
			name: 'pure-rules-do-no-io',
			severity: 'error',
			comment: 'outside server/, a rule takes clock, ids, chance and data as arguments',
			from: { path: '^src/lib/[^/]+/', pathNot: `/server/|^src/lib/(server|testing)/|\\.svelte$|${tests}` },
			to: { path: '^src/lib/.*server/|^src/routes', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'pure-rules-know-no-machine',
			severity: 'error',
			from: { path: '^src/lib/[^/]+/', pathNot: `/server/|^src/lib/(server|testing)/|${tests}` },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'no-sql-in-routes',
			severity: 'error',
			comment: 'a route reads the request, calls one function, answers',
			from: { path: '^src/routes/' },
			to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'nothing-imports-a-door',
			severity: 'error',
			from: { path: '^src/lib/' },
			to: { path: '^src/(routes|cli)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|\\.svelte-kit)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.svelte', '.json'],
			conditionNames: ['import', 'node'],
		},
	},
};
