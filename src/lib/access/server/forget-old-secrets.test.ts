import { expect, test } from 'vitest';
import { anonymous } from '../../actor.ts';
import { newVisitor } from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { everywhere } from '../hat-place.ts';
import { forgetOldSecrets } from './forget-old-secrets.ts';
import { inviteByOperator } from './invite-by-operator.ts';
import { makeLink } from './one-time-links.ts';
import { openSession } from './open-session.ts';
import { withinLimit } from './within-limit.ts';

const { db, door, queue, operator, person } = await world();
const awa = await person('Awa Diallo', 'worker');
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const kept = () =>
	door(async ({ tx }) => {
		const count = async (table: 'session' | 'oneTimeLink' | 'attempt') =>
			(await tx.selectFrom(table).selectAll().execute()).length;
		return [await count('session'), await count('oneTimeLink'), await count('attempt')];
	});

test('what no longer serves is deleted, what still serves is kept, and the job asks to come back', async () => {
	await door(async (act) => {
		await openSession(
			act,
			{ id: awa.actor.accountId!, totpConfirmedAt: null, demo: false },
			'link',
			newVisitor(),
		);
		await makeLink(act, awa.actor.accountId!, 'sign-in');
	});
	await withinLimit(door, 'use-link', { address: '192.0.2.1' });
	const forget = (at: Date) => forgetOldSecrets({ db, actor: anonymous, now: () => at });

	await forget(noon);
	expect(await kept()).toEqual([1, 1, 1]);
	await forget(hours(1));
	expect(await kept()).toEqual([0, 0, 1]);
	await forget(hours(25));
	expect(await kept()).toEqual([0, 0, 0]);
	const { rows } = await queue.query('select run_at from graphile_worker._private_jobs');
	expect(rows).toEqual([{ run_at: hours(26) }]);
});

test('the address of somebody invited is forgotten a month after the invitation ended, not before', async () => {
	await operator((act) =>
		inviteByOperator(act, { email: 'rose@exemple.test', role: 'administrator', place: everywhere }),
	);
	const forget = (at: Date) => forgetOldSecrets({ db, actor: anonymous, now: () => at });
	const invited = () => door(({ tx }) => tx.selectFrom('invitation').select('email').execute());
	await forget(hours(24 * 37 - 1));
	expect(await invited()).toHaveLength(1);
	await forget(hours(24 * 37));
	expect(await invited()).toEqual([]);
	const told = await operator(({ tx }) =>
		tx.selectFrom('event').select('name').where('name', '=', 'invitation.sent').execute(),
	);
	expect(told).toHaveLength(1);
});
