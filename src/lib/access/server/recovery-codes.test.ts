import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import {
	doorLater,
	givePassword,
	goodPassword,
	newVisitor,
	safe,
	sessionOf,
} from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { sheetSize, shownRecoveryCode } from '../recovery-code.ts';
import { accountSecrets } from './account-secrets.ts';
import { changePassword } from './change-password.ts';
import { GivenCode, giveSecondFactor } from './give-second-factor.ts';
import { proposeSecondFactor } from './propose-second-factor.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { setSecondFactor } from './set-second-factor.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const { db, door, queue, person, stranger } = await world();
const keeper = { door, safe };
const wrong = { status: 422, reason: 'access.code-wrong' };
const byPassword = { password: goodPassword, code: undefined };

/** Somebody whose account asks for a code, with the sheet she was given. */
async function guarded(name: string) {
	const somebody = await person(name, 'worker');
	await givePassword(door, somebody.actor);
	const signIn = () =>
		signInWithPassword(door, { email: somebody.email, password: goodPassword }, newVisitor());
	const session = await sessionOf(door, await signIn());
	const { secret } = await proposeSecondFactor(keeper, session, byPassword, newVisitor());
	const code = new TOTP({ secret }).generate({ timestamp: noon.getTime() });
	const codes = await setSecondFactor(keeper, session, { code }, newVisitor());
	const half = async () => sessionOf(door, await signIn());
	return { ...somebody, session, codes, half };
}

const enter = (half: Awaited<ReturnType<typeof sessionOf>>, typed: string) =>
	giveSecondFactor(keeper, half, GivenCode.parse({ code: typed }), newVisitor());
const notices = async (email: string): Promise<string[]> => {
	const { rows } = await queue.query('select payload from graphile_worker._private_jobs order by id');
	return rows.flatMap(({ payload: { payload } }) => (payload.email === email ? [payload.key] : []));
};

test('ten codes come with the second factor; each opens the account once, typed as it is shown', async () => {
	const awa = await guarded('Awa Diallo');
	expect(awa.codes).toHaveLength(sheetSize);
	const [first = '', second = ''] = awa.codes;
	expect(await enter(await awa.half(), shownRecoveryCode(first))).toMatchObject({ complete: true });
	await expect(enter(await awa.half(), first)).rejects.toMatchObject(wrong);
	expect(await enter(await awa.half(), second)).toMatchObject({ complete: true });
	expect(await door((act) => accountSecrets(act, awa.session))).toMatchObject({ recoveryCodesLeft: 8 });
	expect(await notices(awa.email)).toEqual(['recovery-code-used', 'recovery-code-used']);
});

test('four uses at the same instant: one opens', async () => {
	const karim = await guarded('Karim Benali');
	const halves = await Promise.all([1, 2, 3, 4].map(karim.half));
	const answers = await Promise.allSettled(halves.map((half) => enter(half, karim.codes[0]!)));
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('nobody else’s code opens, and the sixth try is refused', async () => {
	const [lea, zoe] = [await guarded('Léa Petit'), await guarded('Zoé Martin')];
	for (let n = 0; n < 5; n++)
		await expect(enter(await lea.half(), zoe.codes[n]!)).rejects.toMatchObject(wrong);
	await expect(enter(await lea.half(), lea.codes[0]!)).rejects.toMatchObject({ status: 429 });
});

test('a new sheet kills the one before; the password or a code is asked for it', async () => {
	const mina = await guarded('Mina Costa');
	const renew = (proof: { password: string | undefined; code: string | undefined }) =>
		renewRecoveryCodes(keeper, mina.session, proof, newVisitor());
	await expect(renew({ password: undefined, code: undefined })).rejects.toMatchObject({ status: 422 });
	const codes = await renew({ password: undefined, code: mina.codes[9] });
	expect(codes).toHaveLength(sheetSize);
	await expect(enter(await mina.half(), mina.codes[0]!)).rejects.toMatchObject(wrong);
	await expect(enter(await mina.half(), codes[0]!)).resolves.toMatchObject({ complete: true });
	expect(await notices(mina.email)).toContain('recovery-codes-made');
});

test('without a second factor there is nothing to recover, and taking it away takes the codes', async () => {
	const ines = await guarded('Ines Roy');
	await removeSecondFactor(keeper, ines.session, byPassword, newVisitor());
	expect(await door((act) => accountSecrets(act, ines.session))).toMatchObject({ recoveryCodesLeft: 0 });
	await expect(renewRecoveryCodes(keeper, ines.session, byPassword, newVisitor())).rejects.toMatchObject({
		reason: 'access.second-factor-not-set',
	});
});

test('neither the codes nor the telephone’s secret can be read in the database', async () => {
	const jo = await guarded('Jo Blanc');
	const kept = await door(async ({ tx }) => ({
		codes: await tx.selectFrom('recoveryCode').select('codeHash').execute(),
		secrets: await tx
			.selectFrom('account')
			.select('totpSecret')
			.where('totpSecret', 'is not', null)
			.execute(),
	}));
	for (const code of jo.codes) expect(JSON.stringify(kept)).not.toContain(code);
	expect(kept.secrets.every(({ totpSecret }) => totpSecret?.startsWith('v1.'))).toBe(true);
	await expect(
		door(({ tx }) => tx.updateTable('account').set({ totpSecret: 'JBSWY3DPEHPK3PXP' }).execute()),
	).rejects.toMatchObject({ code: '23514' });
	for (const act of [stranger, jo.act])
		await expect(act(({ tx }) => tx.selectFrom('recoveryCode').selectAll().execute())).rejects.toMatchObject({
			code: '42501',
		});
});

test('an installation that lost its secret still opens by a recovery code, and says what to do', async () => {
	const nora = await guarded('Nora Faure');
	const { safeOf } = await import('../../server/safe.ts');
	const restored = { door: doorLater(db, 60), safe: safeOf('another secret') };
	const half = await nora.half();
	await expect(giveSecondFactor(restored, half, { code: '000000' }, newVisitor())).rejects.toMatchObject({
		status: 503,
		reason: 'access.code-unreadable',
	});
	const opened = await giveSecondFactor(restored, half, { code: nora.codes[0]! }, newVisitor());
	const session = await sessionOf(door, opened);
	await changePassword(
		restored,
		session,
		{ ...byPassword, newPassword: 'cheval correct batterie agrafe' },
		newVisitor(),
	);
});
