// Writes src/lib/server/tables.ts from the migrations: node scripts/tables.ts (an engine of its own, thrown away).
import { generate, PostgresDialect } from 'kysely-codegen';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';

const server = await openTestServer();
const name = await createDatabase(server.url);
const owner = openPool(onDatabase(server.url, name));
await generate({
	db: databaseOver(owner),
	dialect: new PostgresDialect(),
	outFile: 'src/lib/server/tables.ts',
	camelCase: true,
	excludePattern: '(schema_migration|graphile_worker.*)',
	typeMapping: { int8: 'number', date: 'string' },
} as never);
await owner.end();
await dropDatabase(server.url, name);
await server.close();
