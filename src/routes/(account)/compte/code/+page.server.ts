import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { qrPath } from '#lib/access/qr-path.ts';
import { shownRecoveryCode } from '#lib/access/recovery-code.ts';
import { accountSecrets } from '#lib/access/server/account-secrets.ts';
import { GivenCode } from '#lib/access/server/give-second-factor.ts';
import {
	type ProposedSecondFactor,
	proposedSecondFactor,
	proposeSecondFactor,
} from '#lib/access/server/propose-second-factor.ts';
import { Proof } from '#lib/access/server/prove-identity.ts';
import { removeSecondFactor } from '#lib/access/server/remove-second-factor.ts';
import { renewRecoveryCodes } from '#lib/access/server/renew-recovery-codes.ts';
import { setSecondFactor } from '#lib/access/server/set-second-factor.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { shownDay } from '#lib/access/shown-date.ts';
import { readForm } from '#lib/form.ts';
import { translate } from '#lib/texts/translator.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { door, session } }) => {
	const { hasPassword, secondFactorSince, recoveryCodesLeft } = await door((act) =>
		accountSecrets(act, session!),
	);
	return { hasPassword, set: secondFactorSince !== null, recoveryCodesLeft };
};

/** What the page shows besides itself: a secret to scan, or codes to keep. */
const nothing = { proposed: null, sheet: null };

export const actions: Actions = {
	preparer: async (event) => {
		const form = await readForm(event.request, Proof);
		if (!form.ok) return fail(422, { ...nothing, ...form });
		const { locals } = event;
		const done = await answerForm({}, () =>
			proposeSecondFactor(locals, locals.session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, { ...nothing, ...done });
		return { ...nothing, errors: {}, proposed: shown(done.value) };
	},
	confirmer: async (event) => {
		const { locals } = event;
		const form = await readForm(event.request, GivenCode);
		const proposed = await proposedSecondFactor(locals, locals.session!);
		const again = { ...nothing, proposed: proposed && shown(proposed) };
		if (!form.ok) return fail(422, { ...again, ...form });
		const done = await answerForm({}, () =>
			setSecondFactor(locals, locals.session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, { ...again, ...done });
		return { ...nothing, errors: {}, sheet: sheetOf(event, done.value) };
	},
	renouveler: async (event) => {
		const form = await readForm(event.request, Proof);
		if (!form.ok) return fail(422, { ...nothing, ...form });
		const { locals } = event;
		const done = await answerForm({}, () =>
			renewRecoveryCodes(locals, locals.session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, { ...nothing, ...done });
		return { ...nothing, errors: {}, sheet: sheetOf(event, done.value) };
	},
	desactiver: async (event) => {
		const form = await readForm(event.request, Proof);
		if (!form.ok) return fail(422, { ...nothing, ...form });
		const { locals } = event;
		const done = await answerForm({}, () =>
			removeSecondFactor(locals, locals.session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, { ...nothing, ...done });
		redirect(303, doneAt('/compte', 'code-desactive'));
	},
};

/** The key by groups of four, as one reads it aloud. */
const shown = ({ secret, address }: ProposedSecondFactor) => ({
	key: secret.replace(/(.{4})(?=.)/g, '$1 '),
	drawing: qrPath(address),
});

const sheetOf = ({ locals }: RequestEvent, codes: readonly string[]) => ({
	codes: codes.map(shownRecoveryCode),
	of: translate('access.recovery-codes-of', {
		email: locals.session!.email,
		date: shownDay(new Date()),
	}),
});
