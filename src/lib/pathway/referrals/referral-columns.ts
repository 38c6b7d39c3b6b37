import { translate } from '#lib/texts/translator.ts';
import type { ReferralState } from './referral.ts';

export interface Column<Row> {
	readonly title: string;
	readonly rows: readonly Row[];
}

/** The board of whoever sent: what is hers to do first, then what waits for others. */
export const sentColumns = <Row extends { readonly state: ReferralState }>(
	referrals: readonly Row[],
	withoutWay: readonly Row[],
): Column<Row>[] => [
	{
		title: translate('referral.column-you'),
		rows: [...withoutWay, ...among(referrals, ['info-needed'])],
	},
	{ title: translate('referral.column-prepare'), rows: among(referrals, ['draft', 'awaiting-person']) },
	{ title: translate('referral.column-waiting'), rows: among(referrals, ['sent', 'under-review']) },
	{ title: translate('referral.column-way'), rows: among(referrals, way) },
];

/** The board of whoever receives. */
export const receivedColumns = <Row extends { readonly state: ReferralState }>(
	referrals: readonly Row[],
): Column<Row>[] => [
	{ title: translate('referral.column-you'), rows: among(referrals, ['sent', 'under-review', 'accepted']) },
	{ title: translate('referral.column-waiting'), rows: among(referrals, ['info-needed']) },
	{
		title: translate('referral.column-way'),
		rows: among(referrals, ['waiting-list', 'in-progress', 'suspended']),
	},
];

const way: readonly ReferralState[] = ['accepted', 'waiting-list', 'in-progress', 'suspended'];
const among = <Row extends { readonly state: ReferralState }>(
	rows: readonly Row[],
	states: readonly ReferralState[],
): Row[] => rows.filter(({ state }) => states.includes(state));
