import { redirect } from '@sveltejs/kit';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { keepOwnSession } from '#lib/person/space/server/own-cookies.ts';
import { AskingCode, askSmsCode, enterBySms, TypedCode } from '#lib/person/space/server/sms-code.ts';
import { application } from '#lib/server/application.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = () => ({ sends: application().sms !== null });

export const actions = {
	demander: (event) =>
		ownAnswer(event, AskingCode, async (form) => ({
			phone: await askSmsCode(event.locals.door, form, visitorOf(event)),
		})),
	entrer: (event) =>
		ownAnswer(event, TypedCode, async (form) => {
			keepOwnSession(event, await enterBySms(event.locals.door, form, visitorOf(event)));
			redirect(303, '/mon-chemin');
		}),
} satisfies Actions;
