import { expect, test } from 'vitest';
import type { Role } from '../actor.ts';
import { type Answer, answerAt, type Permission } from './permission.ts';
import type { SignedIn } from './session.ts';

const session = (complete: boolean, role: Role | null): SignedIn => ({
	id: 's',
	accountId: 'a',
	name: 'Awa Diallo',
	email: 'awa@exemple.test',
	complete,
	hats: [],
	hat: role && { id: 'h', role, organisationId: 'o', territoryKind: null, territoryCode: null },
});
const visitors = [null, session(false, 'worker'), session(true, 'worker'), session(true, null)];

/** For nobody, a session awaiting its code, a worker, somebody without a hat. */
const matrix: readonly [string, Permission | undefined, readonly Answer[]][] = [
	['undeclared', undefined, ['nothing-here', 'nothing-here', 'nothing-here', 'nothing-here']],
	['anyone', 'anyone', ['enter', 'enter', 'enter', 'enter']],
	['newcomer', 'newcomer', ['enter', 'enter', 'go-home', 'go-home']],
	['second-factor', 'second-factor', ['sign-in', 'enter', 'go-home', 'go-home']],
	['account', 'account', ['sign-in', 'give-code', 'enter', 'enter']],
	['keepers', 'keepers', ['sign-in', 'give-code', 'enter', 'enter']],
	['worker', { roles: ['worker'] }, ['sign-in', 'give-code', 'enter', 'nothing-here']],
	['funder', { roles: ['funder'] }, ['sign-in', 'give-code', 'nothing-here', 'nothing-here']],
	['development', 'development', ['nothing-here', 'nothing-here', 'nothing-here', 'nothing-here']],
];

test.each(matrix)('%s', (_, permission, expected) => {
	expect(visitors.map((visitor) => answerAt(permission, visitor, { development: false }))).toEqual(expected);
});

test('a development page is there only in development', () => {
	expect(answerAt('development', null, { development: true })).toBe('enter');
});
