import type { TestProject } from 'vitest/node';
import { createDatabase, dropDatabase, openTestServer } from './database-server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		databaseServer: string;
		databaseTemplate: string;
	}
}

/** One migrated database for the whole run; each test file works on its own copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await openTestServer();
	const template = await createDatabase(server.url);
	project.provide('databaseServer', server.url);
	project.provide('databaseTemplate', template);
	return async () => {
		await dropDatabase(server.url, template);
		await server.close();
	};
}
