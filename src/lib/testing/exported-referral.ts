import type { ExportedReferral } from '../pathway/formats/exported-referral.ts';
import { noon } from './world.ts';

/** A referral of an invented person, as its recipient would export it once sent. */
export const exportedReferral = (more: Partial<ExportedReferral> = {}): ExportedReferral => ({
	id: '3f0c9a52-5f0e-4d86-9a9d-0a8f0c5c1a01',
	patientId: '3b1f0c5c1a019a9d0a8f',
	state: 'sent',
	domain: 'mobility',
	topic: 'mobilite--passer-le-permis',
	urgent: false,
	madeAt: noon,
	sentAt: noon,
	stateSince: noon,
	endedAt: null,
	parentId: null,
	from: { id: '3f0c9a52-5f0e-4d86-9a9d-0a8f0c5c1a02', name: 'Mission locale de Lens' },
	to: { id: '3f0c9a52-5f0e-4d86-9a9d-0a8f0c5c1a03', name: 'PLIE de l’Artois' },
	fields: [
		{ name: 'name', value: 'Lila' },
		{ name: 'contact-rule', value: 'careful' },
		{ name: 'safe-contact', value: 'Le matin, sans laisser de message' },
		{ name: 'phone', value: '06 00 00 00 01' },
		{ name: 'language', value: 'ar' },
		{ name: 'interpreter', value: 'yes' },
		{ name: 'birth-year', value: '1990' },
		{ name: 'commune', value: '62498' },
		{ name: 'need', value: 'Passer le permis' },
		{ name: 'constraints', value: 'Deux enfants, libre le matin' },
	],
	reasonCode: null,
	words: null,
	outcome: null,
	agreement: {
		id: '3f0c9a52-5f0e-4d86-9a9d-0a8f0c5c1a04',
		recordedAt: noon,
		startsAt: noon,
		endsAt: new Date(noon.getTime() + 90 * 86_400_000),
		proof: 'oral',
	},
	underLaw: false,
	...more,
});
