import { languageName } from '#lib/directory/language-names.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { lastDayOf, type Proof, type Purpose } from './agreement.ts';
import { provedBy, sayWhat, showAgreement, shownDate, whoOf } from './shown-agreement.ts';

type Known = Parameters<typeof showAgreement>[0] & {
	readonly proof: Proof;
	readonly purpose: Purpose;
	readonly language: string;
	readonly textVersion: string;
};

/** The receipt of an agreement: what, who, until when, how she said yes. The same words on both copies. */
export function showReceipt(name: string, lead: string, agreement: Known, at: Date) {
	const { organisation, team, proof, witness, language, endsAt } = agreement;
	const until = lastDayOf(endsAt);
	const { what, not } = sayWhat(agreement);
	const { live, over } = showAgreement(agreement, at);
	const row = (term: 'who' | 'what' | 'why' | 'until' | 'proof', ...lines: string[]) => ({
		term: translate(`agreements.receipt-${term}`),
		lines,
	});
	return {
		...{ name, lead, live, over },
		signed: proof === 'signed',
		version: agreement.textVersion,
		rows: [
			row('who', whoOf(organisation, team)),
			row('what', `${capital(what)}.`, not),
			row('why', translate(`agreements.purpose.${agreement.purpose}`)),
			row('until', frenchDate(until)),
			row(
				'proof',
				capital(
					translate('agreements.receipt-proof-said', {
						proof: provedBy(proof, witness),
						date: shownDate(agreement.recordedAt),
						language: languageName(language),
					}),
				),
			),
		],
	};
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export type Receipt = ReturnType<typeof showReceipt>;
