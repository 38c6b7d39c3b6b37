import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { ChosenLimits, fileOf } from '#lib/rupture/decisions/chosen-limits.ts';
import { decideFile, decideThresholds } from '#lib/rupture/decisions/server/decide-thresholds.ts';
import {
	AgreedFigures,
	hideOrganisations,
	showPerOrganisation,
} from '#lib/rupture/decisions/server/per-organisation.ts';
import { openRules } from '#lib/rupture/decisions/server/rules-page.ts';
import type { Act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const sentences = {
	seuils: 'rules.saved',
	montre: 'rules.organisations-shown',
	cache: 'rules.organisations-hidden',
} as const;
type Word = keyof typeof sentences;
const isWord = (word: string | null): word is Word => word !== null && Object.hasOwn(sentences, word);

export const load: PageServerLoad = async ({ locals, url }) => {
	const word = url.searchParams.get('fait');
	const [rule, name] = (url.searchParams.get('regle') ?? '').split('.');
	const page = await locals.act((act) => openRules(act, url.searchParams.get('departement')));
	return {
		...page,
		said: isWord(word) ? sentences[word] : null,
		chosen: page.lines.find((line) => line.rule === rule && line.case === (name ?? '')) ?? null,
	};
};

export const actions: Actions = {
	changer: (event) =>
		work(event, 'seuils', ChosenLimits, (act, typed) => decideThresholds(act, fileOf(typed))),
	reprendre: (event) =>
		work(event, 'seuils', z.object({ file: z.string().max(100_000) }), (act, { file }) =>
			decideFile(act, file),
		),
	montrer: (event) => work(event, 'montre', AgreedFigures, showPerOrganisation),
	cacher: (event) => work(event, 'cache', z.object({}), hideOrganisations),
};

/** Each form decides one thing and comes back to the list; an error gives back what was typed. */
async function work<Schema extends z.ZodType>(
	{ request, locals, url }: RequestEvent,
	done: Word,
	schema: Schema,
	command: (act: Act, typed: z.output<Schema>) => Promise<unknown>,
) {
	const data = await fieldsOf(request);
	const failed = String(data.get('form') ?? '');
	const form = parseForm(data, schema);
	if (!form.ok) return fail(422, { ...form, failed });
	const answer = await answerForm(Object.fromEntries(data), () =>
		locals.act((act) => command(act, form.value)),
	);
	if (!answer.ok) return fail(answer.status, { ...answer, failed });
	const department = url.searchParams.get('departement');
	redirect(
		303,
		`/pilotage/regles?fait=${done}${department ? `&departement=${encodeURIComponent(department)}` : ''}`,
	);
}
