import { expect, test } from 'vitest';
import type { Role } from '../../actor.ts';
import { doorLater, givePassword, goodPassword, newVisitor } from '../../testing/accounts.ts';
import { world } from '../../testing/world.ts';
import { homeAfter } from './home-after.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const { db, door, person, organisation } = await world();
const canal = await organisation('Maison du canal');

async function landing(role: Role, asked: string | null) {
	const somebody = await person(`Nour ${role} ${asked}`, role, canal.id);
	await givePassword(door, somebody.actor);
	const soon = doorLater(db, 1);
	const entered = { email: somebody.email, password: goodPassword };
	return homeAfter(soon, await signInWithPassword(soon, entered, newVisitor()), asked);
}

test.each([
	['worker', null, '/aujourdhui'],
	['provider', '', '/aujourdhui'],
	['delegate', null, '/compte'],
	['worker', '/personnes', '/personnes'],
	['worker', '//mal.test', '/aujourdhui'],
] as const)('a %s who asked for %s lands on %s', async (role, asked, home) => {
	expect(await landing(role, asked)).toBe(home);
});
