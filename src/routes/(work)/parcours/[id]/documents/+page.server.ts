import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, formErrors, parseForm } from '#lib/form.ts';
import { NewDocument } from '#lib/pathway/documents/document.ts';
import { listDocuments } from '#lib/pathway/documents/server/documents.ts';
import { makeDocument } from '#lib/pathway/documents/server/make-document.ts';
import { showDocument, showFile } from '#lib/pathway/documents/shown-document.ts';
import { NewAttachment } from '#lib/pathway/files/attachment.ts';
import { attachFile } from '#lib/pathway/files/server/attach-file.ts';
import { listAttachments } from '#lib/pathway/files/server/attachments.ts';
import { cleanApart } from '#lib/pathway/files/server/clean-apart.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import { findToWrite } from '#lib/pathway/server/written.ts';
import { application } from '#lib/server/application.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const { mayWrite } = await openSection(act, params.id, 'pathway');
		const papers = await listDocuments(act, params.id);
		return {
			mayWrite,
			files: (await listAttachments(act, params.id)).map(showFile),
			papers: papers.map((paper) => ({
				...showDocument(paper),
				signatures: translate('notes.paper-waiting', { count: Number(paper.signatures) }),
			})),
			once: crypto.randomUUID(),
		};
	});

export const actions: Actions = {
	joindre: async ({ request, locals, params }) => {
		await locals.act((act) => findToWrite(act, params.id, 'attachment.add'));
		const data = await fieldsOf(request);
		const file = data.get('file');
		const typed = textsOf(data);
		const form = parseForm(data, NewAttachment);
		const bytes = file instanceof File ? await file.bytes() : new Uint8Array(0);
		const clean = await cleanApart(bytes, application().root);
		const problem = clean.ok
			? {}
			: { file: translate(isChosen(file) ? clean.problem : 'notes.file-missing') };
		if (!form.ok) return fail(422, formErrors({ ...problem, ...form.errors }, typed));
		if (!clean.ok) return fail(422, formErrors(problem, typed));
		const done = await answerForm(typed, () =>
			locals.act((act) => attachFile(act, params.id, form.value, clean)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, sectionDone(`/parcours/${params.id}/documents`, 'fichier'));
	},
	ecrire: async ({ request, locals, params }) => {
		const data = await fieldsOf(request);
		const form = parseForm(data, NewDocument);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(textsOf(data), () =>
			locals.act((act) => makeDocument(act, params.id, form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, sectionDone(`/parcours/${params.id}/documents/${done.value}`, 'document'));
	},
};

/** A form without a choice sends a file without a name. */
const isChosen = (file: FormDataEntryValue | null): boolean => file instanceof File && file.name !== '';

const textsOf = (data: FormData): Record<string, string> =>
	Object.fromEntries([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
