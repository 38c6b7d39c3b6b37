import { expect, test } from 'vitest';
import { safeOf } from '../../server/safe.ts';
import { safe } from '../../testing/accounts.ts';
import { world } from '../../testing/world.ts';
import { countUnreadableSecrets, sealSecrets } from './seal-secrets.ts';

const { owner, door, person } = await world();
const awa = await person('Awa Diallo', 'worker');
const karim = await person('Karim Benali', 'worker');
const secretOf = async (id: string | null) =>
	door(({ tx }) =>
		tx.selectFrom('account').select('totpSecret').where('id', '=', id).executeTakeFirstOrThrow(),
	);

test('what an older version wrote as it was is sealed once, and reads the same', async () => {
	// As before the migration: the owner alone may plant it, and only with the constraint lifted.
	await owner.query('alter table account drop constraint account_totp_sealed, no force row level security');
	await owner.query("update account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
		awa.actor.accountId,
	]);
	await owner.query(`alter table account force row level security,
		add constraint account_totp_sealed check (totp_secret is null or totp_secret like 'v1.%') not valid`);

	expect(await door((act) => sealSecrets(act, safe))).toBe(1);
	const { totpSecret } = await secretOf(awa.actor.accountId);
	expect(safe.open(totpSecret!, awa.actor.accountId!)).toBe('JBSWY3DPEHPK3PXP');
	expect(await door((act) => sealSecrets(act, safe))).toBe(0);
	expect(await secretOf(awa.actor.accountId)).toEqual({ totpSecret });
	expect(await secretOf(karim.actor.accountId)).toEqual({ totpSecret: null });
});

test('a secret that was lost is counted', async () => {
	expect(await door((act) => countUnreadableSecrets(act, safe))).toBe(0);
	expect(await door((act) => countUnreadableSecrets(act, safeOf('another one')))).toBe(1);
});
