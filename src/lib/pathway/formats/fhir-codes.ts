import type { CodeableConcept, Coding } from 'fhir/r4';
import { type Domain, domains } from '#lib/person/domain.ts';
import { translate } from '#lib/texts/translator.ts';

/** Where our own codes are named; an identifier, not an address that answers. */
export const ourBase = 'https://passerelles.example/fhir';
export const systems = {
	domain: `${ourBase}/CodeSystem/domain`,
	topic: `${ourBase}/CodeSystem/topic`,
	reason: `${ourBase}/CodeSystem/referral-reason`,
	businessStatus: `${ourBase}/CodeSystem/business-status`,
	contactRule: `${ourBase}/StructureDefinition/contact-rule`,
	safeContact: `${ourBase}/StructureDefinition/safe-contact`,
	referral: `${ourBase}/NamingSystem/referral`,
	organisation: `${ourBase}/NamingSystem/organisation`,
	task: 'http://hl7.org/fhir/CodeSystem/task-code',
	gravity: 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes',
	siret: 'https://sirene.fr',
} as const;

/** The domains that Gravity SDOH Clinical Care 3.0.0 names too; the others have our code alone. */
const gravityDomains: Partial<Record<Domain, readonly [string, string]>> = {
	housing: ['housing-instability', 'Housing Instability'],
	food: ['food-insecurity', 'Food Insecurity'],
	money: ['financial-insecurity', 'Financial Insecurity'],
	mobility: ['transportation-insecurity', 'Transportation Insecurity'],
	digital: ['digital-access', 'Digital Access'],
	training: ['educational-attainment', 'Educational Attainment'],
	work: ['employment-status', 'Employment Status'],
	links: ['social-connection', 'Social Connection'],
};

/** The categories of a request for one domain of life: ours, and Gravity's where there is one. */
export function categoryOf(domain: Domain): CodeableConcept {
	const [code, display] = gravityDomains[domain] ?? [];
	const ours: Coding = {
		system: systems.domain,
		code: domain,
		display: translate(`agreements.domain.${domain === 'family' ? 'children' : domain}`),
	};
	return { coding: [ours, ...(code ? [{ system: systems.gravity, code, display: display ?? code }] : [])] };
}

const gravityCode = (code: string): readonly Domain[] =>
	domains.filter((domain) => gravityDomains[domain]?.[0] === code);

/** The domain that categories speak of: by our code first, then by Gravity's; undefined when neither is there. */
export function domainOf(categories: readonly CodeableConcept[] | undefined): Domain | undefined {
	const codings = (categories ?? []).flatMap(({ coding }) => coding ?? []);
	const ours = codings.flatMap(({ system, code }) =>
		system === systems.domain ? domains.filter((domain) => domain === code) : [],
	);
	const theirs = codings.flatMap(({ system, code }) =>
		system === systems.gravity ? (alsoGravity[code ?? ''] ?? gravityCode(code ?? '')) : [],
	);
	return [...ours, ...theirs][0];
}

/** Gravity's finer words for a domain of ours. */
const alsoGravity: Readonly<Record<string, readonly Domain[]>> = {
	homelessness: ['housing'],
	'inadequate-housing': ['housing'],
	'utility-insecurity': ['housing'],
	'material-hardship': ['money'],
	'medical-cost-burden': ['health'],
	'health-insurance-coverage-status': ['rights'],
	'digital-literacy': ['digital'],
};

export const concept = (system: string, code: string, display: string): CodeableConcept => ({
	coding: [{ system, code, display }],
});
