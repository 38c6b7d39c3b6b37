import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { shownInstant } from '#lib/access/shown-date.ts';
import { NewSchedule, rhythms } from '#lib/directory/importing/schedule.ts';
import { openDraftWith } from '#lib/directory/importing/server/begin-import.ts';
import { listDrafts, listImportRuns } from '#lib/directory/importing/server/drafts.ts';
import { giveMapping } from '#lib/directory/importing/server/give-mapping.ts';
import { MappingToRemove, removeMapping } from '#lib/directory/importing/server/save-mapping.ts';
import { listSavedMappings } from '#lib/directory/importing/server/saved-mappings.ts';
import {
	listSchedules,
	ScheduleToStop,
	scheduleImport,
	stopSchedule,
} from '#lib/directory/importing/server/schedule-import.ts';
import { shippedNames } from '#lib/directory/mapping/shipped.ts';
import { RunToUndo, undoImport } from '#lib/directory/server/undo-import.ts';
import { fieldsOf, readForm } from '#lib/form.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const here = '/annuaire/imports';

export const load: PageServerLoad = async ({ locals: { act } }) => {
	const [drafts, runs, mappings, schedules] = await act(async (one) => [
		await listDrafts(one),
		await listImportRuns(one),
		await listSavedMappings(one),
		await listSchedules(one),
	]);
	return {
		drafts: drafts.map(({ id, files, state, createdAt }) => ({
			id,
			files,
			state: translate(
				`importing.draft-${state === 'running' ? 'running' : state === 'failed' ? 'failed' : 'open'}`,
			),
			on: shownInstant(createdAt),
		})),
		runs: runs.map((run) => ({
			id: run.id,
			source: run.source,
			files: run.fileNames.join(', '),
			on: shownInstant(run.startedAt),
			counts: translate('importing.counts-told', {
				added: run.added,
				changed: run.changed,
				unchanged: run.unchanged,
				gone: run.gone,
				rejected: run.rejected,
			}),
			undoable: run.undoable,
			undone: run.undoneAt && translate('importing.undone', { date: shownInstant(run.undoneAt) }),
		})),
		mappings: mappings.map(({ id, name }) => ({ id, name })),
		schedules: schedules.map(({ id, name, url, every, lastAt, nextAt, lastProblem }) => ({
			id,
			name,
			url,
			told: translate('importing.schedule-told', {
				every: translate(`importing.every.${rhythms.find((known) => known === every) ?? 'day'}`),
				last: lastAt ? shownInstant(lastAt) : 'none',
				next: shownInstant(nextAt),
			}),
			problem: lastProblem,
		})),
		ways: [
			{ value: '', label: translate('importing.with-new') },
			...mappings.map(({ id, name }) => ({ value: `saved ${id}`, label: name })),
			...shippedNames.map((name) => ({
				value: `shipped ${name}`,
				label: translate('importing.with-shipped', { name }),
			})),
		],
		rhythms: rhythms.map((value) => ({ value, label: translate(`importing.every.${value}`) })),
	};
};

export const actions: Actions = {
	commencer: async ({ request, locals: { act } }) => {
		const data = await fieldsOf(request);
		const given = data.getAll('file').filter((file) => file instanceof File && file.size > 0) as File[];
		const files = await Promise.all(
			given.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
		);
		const way = String(data.get('way') ?? '');
		const done = await answerForm({ way }, () => openDraftWith(act, files, way));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `${here}/${done.value}`);
	},
	annuler: async ({ request, locals: { act } }) => {
		const form = await readForm(request, RunToUndo);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => act((one) => undoImport(one, form.value.run)));
		if (!done.ok) return fail(done.status, done);
		const { removed, restored, kept } = done.value;
		return { undone: translate('importing.undone-told', { removed, restored, kept }) };
	},
	donner: async ({ request, locals: { act } }) => {
		const data = await fieldsOf(request);
		const file = data.get('mapping');
		const text = file instanceof File ? await file.text() : '';
		const done = await answerForm({}, () => act((one) => giveMapping(one, text)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, here);
	},
	retirer: async ({ request, locals: { act } }) => {
		const form = await readForm(request, MappingToRemove);
		if (!form.ok) return fail(422, form);
		await act((one) => removeMapping(one, form.value));
		redirect(303, here);
	},
	programmer: async ({ request, locals: { act } }) => {
		const form = await readForm(request, NewSchedule);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => act((one) => scheduleImport(one, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, here);
	},
	arreter: async ({ request, locals: { act } }) => {
		const form = await readForm(request, ScheduleToStop);
		if (!form.ok) return fail(422, form);
		await act((one) => stopSchedule(one, form.value));
		redirect(303, here);
	},
};
