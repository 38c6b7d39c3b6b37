import { expect, test } from 'vitest';
import { realCommunes } from '../../testing/real-communes.ts';
import { alone, compared } from '../duplicates/compared.ts';
import { proposedFrom, scorePair } from '../duplicates/score.ts';
import type { Organisation } from '../organisation.ts';
import { demoRegion } from './region.ts';
import { twinCount } from './twins.ts';

test('some organisations are told twice, and would be proposed', () => {
	const { organisations } = demoRegion({ seed: 1, today: '2026-11-23', communes: realCommunes() });
	const twins = organisations.slice(-twinCount);
	const entryOf = (one: Organisation) =>
		compared(
			{
				...one,
				id: one.sourceId,
				kind: 'organisation',
				organisationId: one.sourceId,
				organisationName: null,
				topics: [],
				address: one.place?.address ?? null,
				communeCode: one.place?.communeCode ?? null,
				communeName: one.place?.communeName ?? null,
				latitude: one.place?.latitude ?? null,
				longitude: one.place?.longitude ?? null,
				position: one.place?.position ?? null,
			},
			alone,
		);
	for (const twin of twins) {
		const alike = organisations.filter(
			(other) => other !== twin && scorePair(entryOf(other), entryOf(twin)).score >= proposedFrom,
		);
		expect([twin.name, alike.length]).toEqual([twin.name, 1]);
	}
});
