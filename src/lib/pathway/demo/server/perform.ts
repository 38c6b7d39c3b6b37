import { logAccess } from '#lib/person/server/access-log.ts';
import { openEmergency } from '#lib/person/server/open-emergency.ts';
import type { Act } from '#lib/server/act.ts';
import type { PathwayDeed, Scene } from '../scene.ts';
import { performAgreement } from './perform-agreement.ts';
import { performContact } from './perform-contact.ts';
import { performLandmark } from './perform-landmark.ts';
import { performPathway } from './perform-pathway.ts';
import { performReferral } from './perform-referral.ts';
import { performStep } from './perform-step.ts';
import { actInTurn, type Stage } from './stage.ts';

/** Plays one scene of a history: whoever acts, on the day told, by the command that a page would call. */
export async function perform(stage: Stage, whole: Act, scene: Scene): Promise<void> {
	const act = await actInTurn(whole, stage, scene);
	if (scene.do === 'referral') return performReferral(stage, act, scene);
	return performDeed(stage, act, scene);
}

async function performDeed(stage: Stage, act: Act, scene: Scene & PathwayDeed): Promise<void> {
	switch (scene.do) {
		case 'goal':
		case 'end-goal':
		case 'step':
		case 'move':
			return performStep(stage, act, scene);
		case 'note':
		case 'meet':
		case 'met':
		case 'paper':
		case 'sign':
			return performContact(stage, act, scene);
		case 'agree':
		case 'stop':
		case 'emergency-told':
		case 'emergency-reviewed':
			return performAgreement(stage, act, scene);
		case 'ending':
		case 'exit':
		case 'attempt':
		case 'outcome':
		case 'guarantee':
		case 'rhythm':
		case 'departure':
			return performLandmark(stage, act, scene);
		case 'emergency':
			return openEmergency(act, stage.pathwayId, { reason: 'lodging-tonight', explanation: scene.because });
		case 'read':
			return logAccess(act, stage.personId, 'pathway');
		case 'sheet':
		case 'assess':
		case 'pause':
		case 'close':
		case 'reopen':
		case 'relay':
		case 'relay-agreed':
		case 'relay-answered':
		case 'unmet':
			return performPathway(stage, act, scene);
	}
}
