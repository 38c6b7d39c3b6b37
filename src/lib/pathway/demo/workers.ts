import { slugOf } from '#lib/directory/demo/french.ts';
import { type DemoHat, type DemoPerson, demoPeople } from '#lib/directory/demo/people.ts';

/** Those of the demo who act in the invented histories, by the first word of their address. */
export type WorkerKey = 'awa' | 'karim' | 'julien' | 'lucie' | 'didier' | 'odile' | 'malika' | 'samira';

/** Colleagues who are only told of: they have no password and nobody signs in as one of them. */
export const demoColleagues: readonly DemoPerson[] = [
	colleague('Karim', 'Delvallée', 'worker', '0002'),
	colleague('Lucie', 'Bacqueville', 'worker', '0001'),
	colleague('Didier', 'Caudrelier', 'worker', '0007'),
	colleague('Odile', 'Sansterre', 'worker', '0006'),
	colleague('Malika', 'Hautecœur', 'provider', '0004'),
];

function colleague(firstName: string, lastName: string, role: DemoHat['role'], rank: string): DemoPerson {
	return {
		...{
			firstName,
			lastName,
			name: `${firstName} ${lastName}`,
			email: `${slugOf(firstName)}@demo.example.org`,
		},
		hats: [{ role, organisationSourceId: `demo--org-${rank}`, territory: null }],
	};
}

const everybody = [...demoPeople, ...demoColleagues];

export const emailOf = (key: WorkerKey): string => `${key}@demo.example.org`;

/** The name under which somebody of the demo works. */
export const nameOf = (key: WorkerKey): string =>
	everybody.find(({ email }) => email === emailOf(key))?.name ?? key;
