import { type Actions, fail, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { qrPath } from '#lib/access/qr-path.ts';
import { accountSecrets } from '#lib/access/server/account-secrets.ts';
import { GivenCode } from '#lib/access/server/give-second-factor.ts';
import {
	type ProposedSecondFactor,
	proposedSecondFactor,
	proposeSecondFactor,
} from '#lib/access/server/propose-second-factor.ts';
import { Proof } from '#lib/access/server/prove-identity.ts';
import { removeSecondFactor } from '#lib/access/server/remove-second-factor.ts';
import { setSecondFactor } from '#lib/access/server/set-second-factor.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { door, session } }) => {
	const { hasPassword, secondFactorSince } = await door((act) => accountSecrets(act, session!));
	return { hasPassword, set: secondFactorSince !== null };
};

export const actions: Actions = {
	preparer: async (event) => {
		const form = await readForm(event.request, Proof);
		if (!form.ok) return fail(422, { ...form, proposed: null });
		const { door, session } = event.locals;
		const done = await answerForm({}, () =>
			proposeSecondFactor(door, session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, { ...done, proposed: null });
		return { errors: {}, proposed: shown(done.value) };
	},
	confirmer: async (event) => {
		const { door, session } = event.locals;
		const form = await readForm(event.request, GivenCode);
		const proposed = await door((act) => proposedSecondFactor(act, session!));
		if (!form.ok) return fail(422, { ...form, proposed: proposed && shown(proposed) });
		const done = await answerForm({}, () => setSecondFactor(door, session!, form.value, visitorOf(event)));
		if (!done.ok) return fail(done.status, { ...done, proposed: proposed && shown(proposed) });
		redirect(303, doneAt('/compte', 'code'));
	},
	desactiver: async (event) => {
		const form = await readForm(event.request, Proof);
		if (!form.ok) return fail(422, { ...form, proposed: null });
		const { door, session } = event.locals;
		const done = await answerForm({}, () => removeSecondFactor(door, session!, form.value, visitorOf(event)));
		if (!done.ok) return fail(done.status, { ...done, proposed: null });
		redirect(303, doneAt('/compte', 'code-desactive'));
	},
};

/** The key by groups of four, as one reads it aloud. */
const shown = ({ secret, address }: ProposedSecondFactor) => ({
	key: secret.replace(/(.{4})(?=.)/g, '$1 '),
	drawing: qrPath(address),
});
