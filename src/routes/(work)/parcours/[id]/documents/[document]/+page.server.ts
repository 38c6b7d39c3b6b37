import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { shownDay } from '#lib/access/shown-date.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { NewSignature, signers } from '#lib/pathway/documents/document.ts';
import { findDocument, listSignatures } from '#lib/pathway/documents/server/documents.ts';
import { signDocument } from '#lib/pathway/documents/server/sign-document.ts';
import { withdrawDocument } from '#lib/pathway/documents/server/withdraw-document.ts';
import { showDocument, showSignature } from '#lib/pathway/documents/shown-document.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const { mayWrite, pathway } = await openSection(act, params.id, 'pathway');
		const found = await findDocument(act, params.id, uuidOf(params.document));
		const signatures = (await listSignatures(act, found.id)).map(showSignature);
		return {
			paper: {
				...showDocument(found),
				words: found.words,
				organisation: found.organisation,
				madeOn: shownDay(found.madeAt),
			},
			signatures,
			waited: signers.filter((signer) => !signatures.some((one) => one.signer === signer)),
			maySign: mayWrite && found.withdrawnAt === null,
			mayWithdraw:
				mayWrite && found.withdrawnAt === null && found.organisationId === act.actor.hat?.organisationId,
			names: { person: pathway.name, worker: await nameOfActor(act), helper: '' },
		};
	});

const address = ({ id, document }: { id: string; document: string }) =>
	`/parcours/${id}/documents/${document}`;

export const actions: Actions = {
	signer: async ({ request, locals, params }) => {
		const data = await fieldsOf(request);
		const form = parseForm(data, NewSignature);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(Object.fromEntries(data), () =>
			locals.act((act) => signDocument(act, params.id, uuidOf(params.document), form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, sectionDone(address(params), 'signe'));
	},
	retirer: async ({ locals, params }) => {
		const done = await answerForm({}, () =>
			locals.act((act) => withdrawDocument(act, params.id, uuidOf(params.document))),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, sectionDone(address(params), 'retire'));
	},
};
