import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerAt } from '../../src/lib/access/permission.ts';
import type { SignedIn } from '../../src/lib/access/session.ts';
import type { Role } from '../../src/lib/actor.ts';
import { permissions } from '../../src/permissions.ts';
import { cells, matrixText, type Visitor } from './cells.ts';

const file = 'test/matrix/access-matrix.txt';

test('the matrix that people reviewed is the one in force', () => {
	if (process.env.REVIEW_MATRIX) writeFileSync(file, matrixText());
	expect(matrixText()).toBe(readFileSync(file, 'utf8'));
});

const answers = {
	E: 'enter',
	P: 'come-in',
	R: 'enter',
	S: 'sign-in',
	C: 'give-code',
	H: 'go-home',
	'–': 'nothing-here',
} as const;

test('the door answers every cell as the matrix says', () => {
	for (const { route, operation, visitor, expected } of cells) {
		const permission = permissions[route as keyof typeof permissions]?.[operation];
		const answer = answerAt(permission, sessionOf(visitor), { development: true });
		expect(`${route} ${operation} ${visitor}: ${answer}`).toBe(
			`${route} ${operation} ${visitor}: ${answers[expected]}`,
		);
	}
});

test('what is not declared is not there, for anybody', () => {
	expect(answerAt(undefined, sessionOf('administrator'), { development: true })).toBe('nothing-here');
	expect(answerAt('development', sessionOf('administrator'), { development: false })).toBe('nothing-here');
});

function sessionOf(visitor: Visitor): SignedIn | null {
	if (visitor === 'nobody' || visitor === 'forged' || visitor === 'ended') return null;
	const role = (visitor === 'half' ? 'worker' : visitor) as Role;
	const hat = { id: 'h', role, organisationId: null, territoryKind: null, territoryCode: null };
	return { id: 's', accountId: 'a', name: 'n', email: 'e', complete: visitor !== 'half', hat, hats: [] };
}
