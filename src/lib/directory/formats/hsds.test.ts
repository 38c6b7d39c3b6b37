import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOrganisation, anyPlace, anyService } from '#lib/testing/any-directory.ts';
import { hsdsSchemas } from '#lib/testing/hsds-schemas.ts';
import { testOnSharedData } from '#lib/testing/shared-data.ts';
import { noon } from '#lib/testing/world.ts';
import type { Stop } from '../service.ts';
import { toOrganization } from './hsds-organization.ts';
import { profilePatches } from './hsds-profile.ts';
import { toListedService, toPlacesOfService, toService } from './hsds-service.ts';
import { taxonomies, taxonomyTerms } from './hsds-taxonomies.ts';

const aStop: Stop = {
	name: 'Place du marché',
	address: null,
	communeCode: '62498',
	longitude: 2.83,
	latitude: 50.43,
	openingHours: 'Tu 09:00-12:00',
	dates: [],
};

const added = Object.fromEntries(
	Object.entries(profilePatches).map(([kind, patch]) => [kind, patch.properties]),
);

testOnSharedData('every body is valid HSDS 3.1, and says nothing that our profile does not declare', () => {
	const [open, strict] = [hsdsSchemas(), hsdsSchemas(added)];
	const expectValid = (kind: string, body: unknown) => {
		expect(open(kind, body)).toEqual([]);
		expect(strict(kind, body)).toEqual([]);
	};
	fc.assert(
		fc.property(anyService, anyOrganisation, (service, organisation) => {
			expectValid('service', toService(service, noon));
			expectValid('service', toListedService(service, noon));
			for (const where of toPlacesOfService(service, noon, true)) expectValid('service_at_location', where);
			expectValid('organization', toOrganization(organisation));
		}),
	);
	for (const taxonomy of taxonomies) expectValid('taxonomy', taxonomy);
	for (const term of taxonomyTerms) expectValid('taxonomy_term', term);
});

test('what is confidential never passes, whatever the tables let through', () => {
	const secrets = [
		'canari-adresse',
		'canari-tel',
		'canari@secret.fr',
		'canari-nom',
		'canari-arret',
		'98765432109876',
	];
	fc.assert(
		fc.property(anyService, anyPlace, (service, place) => {
			const secret = {
				address: 'canari-adresse',
				addressMore: 'canari-adresse',
				longitude: 1.23456,
				latitude: 41.23456,
			};
			const planted = {
				...service,
				confidential: true,
				contactPrivate: true,
				place: { ...place, ...secret, position: 'given' as const },
				phone: 'canari-tel',
				email: 'canari@secret.fr',
				contactName: 'canari-nom',
				stops: [{ ...aStop, name: 'canari-arret', address: 'canari-arret' }],
				organisation: {
					...service.organisation,
					confidential: true,
					contactPrivate: true,
					place: { ...place, ...secret, position: 'given' as const },
					siret: '98765432109876',
					phone: 'canari-tel',
					email: 'canari@secret.fr',
					accessibilityUrl: 'https://acceslibre.beta.gouv.fr/canari-adresse',
				},
			};
			const told = JSON.stringify([
				toService(planted, noon),
				toListedService(planted, noon),
				toPlacesOfService(planted, noon, true),
				toOrganization(planted.organisation),
			]);
			for (const one of [...secrets, '1.23456', '41.23456']) expect(told).not.toContain(one);
			expect(told).not.toContain('"physical"');
		}),
	);
});

test('what is not an e-mail or an address of the web is left out: the rest is told', () => {
	const service = fc.sample(anyService, 1)[0]!;
	const told = toService(
		{ ...service, contactPrivate: false, email: 'non', link: 'javascript:alert(1)' },
		noon,
	);
	expect(told).not.toHaveProperty('email');
	expect(told).not.toHaveProperty('url');
	expect(told.name).toBe(service.name);
});

test('a closure that holds today closes the service for a time; a gone one is defunct', () => {
	const service = { ...fc.sample(anyService, 1)[0]!, gone: false, closures: [] };
	const organisation = { ...service.organisation, closures: [] };
	const closures = [{ from: '2026-11-20', to: '2026-11-23', reason: 'travaux' }];
	expect(toService({ ...service, organisation }, noon).status).toBe('active');
	expect(toService({ ...service, organisation, closures }, noon)).toMatchObject({
		status: 'temporarily closed',
		alert: 'Fermé. Ouvre de nouveau le 24 novembre 2026. Raison\u00A0: travaux.',
	});
	expect(toService({ ...service, organisation: { ...organisation, closures } }, noon).status).toBe(
		'temporarily closed',
	);
	expect(toService({ ...service, organisation, closures, gone: true }, noon).status).toBe('defunct');
});
