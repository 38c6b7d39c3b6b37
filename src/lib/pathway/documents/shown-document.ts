import { shownDay, shownInstant } from '#lib/access/shown-date.ts';
import { translate } from '#lib/texts/translator.ts';
import { fileTold } from '../files/attachment.ts';
import { subjectWord } from '../notes/subject-options.ts';
import { documentKinds, signatureProofs, signers } from './document.ts';

interface ReadFile {
	readonly id: string;
	readonly name: string;
	readonly mediaType: string;
	readonly size: number;
	readonly shared: boolean;
	readonly subject: string | null;
	readonly addedAt: Date;
	readonly authorName: string;
	readonly organisation: string;
}

/** A file as its list shows it. */
export const showFile = (file: ReadFile) => ({
	id: file.id,
	name: file.name,
	shared: file.shared,
	subject: subjectWord(file.subject),
	told: fileTold(file.mediaType, file.size),
	signed: translate('notes.by', {
		name: file.authorName,
		organisation: file.organisation,
		when: shownInstant(file.addedAt),
	}),
});

interface ReadDocument {
	readonly id: string;
	readonly kind: string;
	readonly title: string;
	readonly madeAt: Date;
	readonly withdrawnAt: Date | null;
}

/** A document to sign as lists and pages show it. */
export const showDocument = ({ id, kind, title, madeAt, withdrawnAt }: ReadDocument) => ({
	id,
	title,
	told: translate('notes.paper-of', {
		kind: translate(`notes.kind-${documentKinds.find((each) => each === kind) ?? 'other'}`),
		when: shownDay(madeAt),
	}),
	withdrawn: withdrawnAt && translate('notes.paper-withdrawn', { when: shownDay(withdrawnAt) }),
});

interface ReadSignature {
	readonly signer: string;
	readonly name: string;
	readonly proof: string;
	readonly witness: string | null;
	readonly signedAt: Date;
}

/** A signature, in its place. */
export const showSignature = ({ signer, name, proof, witness, signedAt }: ReadSignature) => ({
	signer,
	name,
	as: translate(`notes.signer-${signers.find((each) => each === signer) ?? 'person'}`),
	proof: translate(`notes.proof-${signatureProofs.find((each) => each === proof) ?? 'signed'}`),
	when: translate('notes.signed-on', { when: shownDay(signedAt) }),
	witness: witness && translate('notes.signed-witness', { name: witness }),
});
