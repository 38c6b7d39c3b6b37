import * as z from 'zod';
import { mayTell, Once, told } from '../typed.ts';

export const documentKinds = ['commitment', 'summary', 'other'] as const;
export const signers = ['person', 'worker', 'helper'] as const;
export type Signer = (typeof signers)[number];
export const signatureProofs = ['signed', 'oral', 'click'] as const;

/** A document to sign: what it says does not change once it is kept. */
export const NewDocument = z.object({
	once: Once,
	kind: z.enum(documentKinds, { error: 'notes.paper-kind-unknown' }),
	title: told(200, 'notes.paper-title-missing', 'notes.paper-title-long'),
	words: told(20_000, 'notes.paper-words-missing', 'notes.paper-words-long'),
});

/** Who agreed to it, and how; an agreement said aloud has a witness. */
export const NewSignature = z
	.object({
		signer: z.enum(signers, { error: 'notes.signer-missing' }),
		name: told(120, 'notes.signer-name-missing', 'notes.signer-name-long'),
		proof: z.enum(signatureProofs, { error: 'notes.proof-missing' }),
		witness: mayTell(120, 'notes.witness-long'),
	})
	.refine(({ proof, witness }) => proof !== 'oral' || witness !== null, {
		path: ['witness'],
		message: 'notes.witness-missing',
	});
