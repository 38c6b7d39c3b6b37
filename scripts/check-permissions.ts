import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { declaredOperations, permissionFaults } from './declared-permissions.ts';
import { listRoutes } from './routes.ts';

/** Stops the build when a route, a form action or an API operation declares no permission. */
export const everyRouteDeclared = (): Plugin => ({
	name: 'every-route-declared',
	apply: 'build',
	buildStart() {
		const faults = permissionFaults(
			listRoutes('src/routes'),
			declaredOperations(readFileSync('src/permissions.ts', 'utf8')),
		);
		if (faults.length > 0) this.error(`src/permissions.ts is not complete:\n  ${faults.join('\n  ')}`);
	},
});
