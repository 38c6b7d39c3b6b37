import { expect, test } from 'vitest';
import { world } from '../../testing/world.ts';
import { everywhere } from '../hat-place.ts';
import { inviteByOperator } from './invite-by-operator.ts';
import { tokenHash } from './tokens.ts';

const { operator, door, stranger } = await world();

test('the first administrator gets a link whose token is kept nowhere, and no stranger sees it', async () => {
	const token = await operator((act) =>
		inviteByOperator(act, { email: 'rose@exemple.test', role: 'administrator', place: everywhere }),
	);
	const kept = await door(({ tx }) =>
		tx.selectFrom('invitation').select(['email', 'role', 'tokenHash']).execute(),
	);
	expect(kept).toEqual([{ email: 'rose@exemple.test', role: 'administrator', tokenHash: tokenHash(token) }]);
	expect(await stranger(({ tx }) => tx.selectFrom('invitation').select('email').execute())).toEqual([]);
});
