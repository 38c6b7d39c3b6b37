import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';

export type IssueCode = OperationOutcomeIssue['code'];

/** What FHIR answers when it says no, or tells what became of something. */
export const outcomeOf = (...issues: readonly OperationOutcomeIssue[]): OperationOutcome => ({
	resourceType: 'OperationOutcome',
	issue: [...issues],
});

export const issueOf = (
	severity: OperationOutcomeIssue['severity'],
	code: IssueCode,
	text: string,
	expression?: string,
): OperationOutcomeIssue => ({
	severity,
	code,
	details: { text },
	...(expression && { expression: [expression] }),
});

/** The FHIR code of an HTTP status that says no. */
export const issueCodeOf = (status: number): IssueCode => codes[status] ?? 'processing';
const codes: Readonly<Record<number, IssueCode>> = {
	400: 'invalid',
	401: 'login',
	403: 'forbidden',
	404: 'not-found',
	409: 'conflict',
	413: 'too-long',
	422: 'business-rule',
	429: 'throttled',
};
