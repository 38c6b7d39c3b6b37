import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { shownInstant } from '#lib/access/shown-date.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { newNote, notesPerPage } from '#lib/pathway/notes/note.ts';
import { countNotes, listNotes, noteDraft } from '#lib/pathway/notes/server/notes.ts';
import { writeNote } from '#lib/pathway/notes/server/write-note.ts';
import { showNote } from '#lib/pathway/notes/shown-note.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { draftOf, dropDraft } from '#lib/pathway/server/drafts.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import type { Act } from '#lib/server/act.ts';
import { dateIn } from '#lib/time/zone.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const today = (at = new Date()): string => dateIn(at, 'Europe/Paris');

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const { mayWrite } = await openSection(act, params.id, 'notes');
		const pages = Math.ceil((await countNotes(act, params.id)) / notesPerPage);
		const page = Math.min(
			Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1),
			pages || 1,
		);
		const notes = await listNotes(act, params.id, page);
		return {
			mayWrite,
			page,
			pages,
			notes: notes.map(showNote),
			once: crypto.randomUUID(),
			today: today(act.at),
			draft: mayWrite ? await typedBefore(act, params.id) : undefined,
		};
	});

/** What was being typed and never sent; it is a note of its own, under an id of its own. */
async function typedBefore(act: Act, pathwayId: string) {
	const draft = await draftOf(act, noteDraft(pathwayId));
	if (!draft?.fields.words) return undefined;
	const { once: _, ...values } = draft.fields;
	return { values, at: shownInstant(draft.savedAt) };
}

export const actions: Actions = {
	ecrire: async ({ request, locals, params }) => {
		const data = await fieldsOf(request);
		const form = parseForm(data, newNote(today()));
		if (!form.ok) return fail(422, form);
		const typed = Object.fromEntries(data);
		const done = await answerForm(typed, () => locals.act((act) => writeNote(act, params.id, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, sectionDone(`/parcours/${params.id}/notes`, 'note'));
	},
	effacer: async ({ locals, params }) => {
		await locals.act((act) => dropDraft(act, noteDraft(params.id)));
		redirect(303, `/parcours/${params.id}/notes`);
	},
};
