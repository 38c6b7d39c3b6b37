import type { Bundle, BundleEntry, OperationOutcome } from 'fhir/r4';
import { translate } from '#lib/texts/translator.ts';
import type { Became, ExchangeItem } from './exchange-item.ts';
import { issueOf, outcomeOf } from './fhir-outcome.ts';

/** The HTTP status of what became of one resource. */
export const statusOf = ({ became, resourceType }: ExchangeItem): number =>
	resourceType === '' ? 400 : statuses[became];
const statuses = {
	entered: 201,
	moved: 200,
	unchanged: 200,
	kept: 202,
	refused: 422,
} as const satisfies Record<Became, number>;
const lines: Readonly<Record<number, string>> = {
	200: '200 OK',
	201: '201 Created',
	202: '202 Accepted',
	400: '400 Bad Request',
	422: '422 Unprocessable Content',
};

/** What became of it, in a sentence and for programs; never silent. */
export function itemOutcome({ became, reason, resourceType, id }: ExchangeItem): OperationOutcome {
	const severity = became === 'refused' ? 'error' : 'information';
	const code = became === 'refused' ? 'business-rule' : 'informational';
	const text = reason ?? translate(`exchange.became-${became}`);
	return outcomeOf(issueOf(severity, code, text, resourceType && id ? `${resourceType}/${id}` : undefined));
}

/** What became of each resource of a Bundle, in its order. @param base where Tasks answer, without a final slash */
export const batchResponse = (items: readonly ExchangeItem[], base: string): Bundle => ({
	resourceType: 'Bundle',
	type: 'batch-response',
	entry: items.map((item) => entryOf(item, base)),
});

const entryOf = (item: ExchangeItem, base: string): BundleEntry => ({
	response: {
		status: lines[statusOf(item)] ?? String(statusOf(item)),
		...(item.referralId && { location: `${base}/Task/${item.referralId}` }),
		outcome: itemOutcome(item),
	},
});
