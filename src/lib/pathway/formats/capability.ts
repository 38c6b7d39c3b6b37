import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import { translate } from '#lib/texts/translator.ts';

/**
 * What this door does, and no more: FHIR R4 shaped on Gravity SDOH Clinical Care 3.0.0, same Task graph and statuses. It
 * claims no US profile.
 * @param base where it answers, without a final slash
 * @param on the day of this version of the door, `YYYY-MM-DD`
 */
export const capabilityOf = (base: string, on: string): CapabilityStatement => ({
	resourceType: 'CapabilityStatement',
	status: 'active',
	date: on,
	kind: 'instance',
	fhirVersion: '4.0.1',
	format: ['application/fhir+json'],
	implementation: { description: translate('exchange.about'), url: base },
	rest: [
		{
			mode: 'server',
			security: { description: translate('exchange.about-security') },
			resource: [task, serviceRequest],
			interaction: [{ code: 'batch' }],
		},
	],
});

const searched = [
	['_id', 'token'],
	['_lastUpdated', 'date'],
	['code', 'token'],
	['focus', 'reference'],
	['for', 'reference'],
	['owner', 'reference'],
	['patient', 'reference'],
	['requester', 'reference'],
	['status', 'token'],
	['subject', 'reference'],
] as const;

const task: CapabilityStatementRestResource = {
	type: 'Task',
	documentation: translate('exchange.about-task'),
	interaction: [{ code: 'read' }, { code: 'search-type' }, { code: 'create' }],
	searchInclude: ['*', 'Task:focus', 'Task:patient', 'Task:for', 'Task:owner', 'Task:requester'],
	searchParam: searched.map(([name, type]) => ({ name, type })),
};

const serviceRequest: CapabilityStatementRestResource = {
	type: 'ServiceRequest',
	interaction: [{ code: 'read' }],
};
