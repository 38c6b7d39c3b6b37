import { randomBytes } from 'node:crypto';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { cardMonths, newPersonCode } from '../person-code.ts';
import { codeHash } from './code-hash.ts';
import { endCodes } from './end-code.ts';
import { refuseUnlessLead } from './lead.ts';

/** Makes the code of a person, for those who lead; the one before no longer serves. @returns the code, told this once */
export async function makeCode(act: Act, personId: string): Promise<string> {
	await refuseUnlessLead(act, personId, 'person.make-code');
	await endCodes(act, personId);
	const code = newPersonCode(randomBytes);
	const expiresAt = addMonths(act.at.toISOString().slice(0, 10), cardMonths);
	await act.tx
		.insertInto('personCode')
		.values({ personId, codeHash: codeHash(code), madeAt: act.at, expiresAt: new Date(expiresAt) })
		.execute();
	await record(act, 'person.code-made', personId, {});
	return code;
}
