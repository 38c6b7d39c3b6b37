import type { Act } from '#lib/server/act.ts';
import { acceptReferral } from '../../referrals/server/accept-referral.ts';
import { RefusalOf } from '../../referrals/server/answers.ts';
import { askSource } from '../../referrals/server/ask-source.ts';
import { completeReferral } from '../../referrals/server/complete-referral.ts';
import { confirmFirstContact } from '../../referrals/server/confirm-first-contact.ts';
import { declineForPerson } from '../../referrals/server/decline-for-person.ts';
import { draftReferral, NewReferral } from '../../referrals/server/draft-referral.ts';
import { failReferral } from '../../referrals/server/fail-referral.ts';
import { moveReferral } from '../../referrals/server/move-referral.ts';
import { noteAttempt } from '../../referrals/server/note-attempt.ts';
import { asSource, asTarget } from '../../referrals/server/party.ts';
import { putOnWaitingList } from '../../referrals/server/put-on-waiting-list.ts';
import { refuseReferral } from '../../referrals/server/refuse-referral.ts';
import { reviewReferral } from '../../referrals/server/review-referral.ts';
import { sayEnteredInError } from '../../referrals/server/say-entered-in-error.ts';
import { sayWhetherItHelped } from '../../referrals/server/say-whether-it-helped.ts';
import { Sending, sendReferral } from '../../referrals/server/send-referral.ts';
import { suspendReferral } from '../../referrals/server/suspend-referral.ts';
import { withdrawReferral } from '../../referrals/server/withdraw-referral.ts';
import type { Gesture, Request, SourceGesture, TargetGesture } from '../referral-scene.ts';
import type { Scene } from '../scene.ts';
import { nameOf } from '../workers.ts';
import { one, type Stage } from './stage.ts';

/** Plays one gesture of a referral, by its real command. */
export async function performReferral(stage: Stage, act: Act, scene: Scene & Gesture): Promise<void> {
	if (isRequest(scene)) return request(stage, act, scene);
	const id = one(stage.made, scene.key);
	return isOfSource(scene) ? ofSource(act, id, scene) : ofTarget(stage, act, id, scene);
}

const isRequest = (scene: Gesture): scene is { readonly key: string } & Request =>
	scene.gesture === 'draft' || scene.gesture === 'send';
const isOfSource = (scene: SourceGesture | TargetGesture): scene is SourceGesture => scene.side === 'source';

async function request(
	stage: Stage,
	act: Act,
	{ key, gesture, ...scene }: { readonly key: string } & Request,
): Promise<void> {
	const { organisations, services } = stage.cast;
	const { domain, need, expectation, fields = [], parent, ground } = scene;
	const id = await draftReferral(
		act,
		stage.pathwayId,
		NewReferral.parse({
			...{ domain, need, expectation, fields },
			...(scene.service && { serviceId: one(services, scene.service) }),
			...(scene.organisations && {
				organisationIds: scene.organisations.map((rank) => one(organisations, rank)),
			}),
			...(scene.urgent && { urgent: 'yes' }),
			...(parent && { parentId: one(stage.made, parent) }),
		}),
	);
	stage.made.set(key, id);
	if (gesture === 'send') await sendReferral(act, id, sending(stage, ground));
}

const sending = ({ lead }: Stage, explanation: string | undefined): Sending =>
	Sending.parse(
		explanation
			? { basis: 'ground', ground: 'social-work', explanation, version: 1 }
			: { basis: 'agreement', proof: 'oral', witness: nameOf(lead), version: 1 },
	);

async function ofSource(act: Act, id: string, scene: SourceGesture): Promise<void> {
	switch (scene.gesture) {
		case 'withdraw':
			await withdrawReferral(act, await asSource(act), id, scene);
			return;
		case 'decline':
			return declineForPerson(act, id, scene);
		case 'error':
			return sayEnteredInError(act, id, scene);
		case 'say':
			return sayWhetherItHelped(act, id, scene, 'phone');
		case 'await-her':
			await moveReferral(act, await asSource(act), id, { to: 'awaiting-person' });
	}
}

const refusal = (
	{ reason, words, alternative, onward }: Extract<TargetGesture, { gesture: 'refuse' }>,
	services: Stage['cast']['services'],
): RefusalOf =>
	RefusalOf.parse({
		...{ reasonCode: reason, words, alternative },
		...(onward && { alternativeServiceId: one(services, onward), herAgreement: 'yes' }),
	});

async function ofTarget(
	{ calendar, cast }: Stage,
	act: Act,
	id: string,
	scene: Pick<Scene, 'day'> & TargetGesture,
): Promise<void> {
	const us = await asTarget(act);
	switch (scene.gesture) {
		case 'read':
			await reviewReferral(act, us, id);
			return;
		case 'accept':
			return acceptReferral(act, us, id, {
				...{ contactName: us.byName, contactPhone: null, firstContactOn: calendar.day(scene.first) },
			});
		case 'wait':
			return putOnWaitingList(act, us, id, { words: scene.words, waitingUntil: calendar.day(scene.until) });
		case 'ask':
			return askSource(act, us, id, scene);
		case 'refuse':
			return refuseReferral(act, us, id, refusal(scene, cast.services));
		case 'meet':
			return confirmFirstContact(act, us, id, { metOn: calendar.day(scene.day) });
		case 'suspend':
			return suspendReferral(act, us, id, { words: scene.words, reviewOn: calendar.day(scene.until) });
		case 'attempt':
			return noteAttempt(act, us, id, { ...scene, onDay: calendar.day(scene.day) });
		case 'fail':
			return failReferral(act, us, id, { reasonCode: scene.reason, words: scene.words });
		case 'complete':
			return completeReferral(act, us, id, scene);
	}
}
