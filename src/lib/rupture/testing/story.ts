import { type Alert, findAlerts } from '../evaluate.ts';
import type { Fact, FactKind, FactOf } from '../facts.ts';
import { foldAll } from '../fold/fold-fact.ts';
import { emptyState } from '../state.ts';
import { defaultThresholds, type Thresholds } from '../thresholds.ts';

/** An instant on a mainland clock, from « 2026-11-02 » or « 2026-11-02 14:30 »: winter hours are enough for a story. */
export const instant = (told: string): number =>
	Date.parse(`${told.slice(0, 10)}T${told.slice(11) || '10:00'}:00+01:00`);

/** A story told fact by fact: one person, one pathway, unless said otherwise. */
export class Story {
	readonly facts: Fact[] = [];

	constructor(openedOn: string, known: Partial<FactOf<'person-known'>> = {}) {
		this.tell(openedOn, 'person-known', { person: 'nadia', department: '59', birthYear: 1980, ...known });
		this.tell(openedOn, 'pathway-opened', {
			...{ person: 'nadia', pathway: 'hers', hat: 'awa', organisation: 'lanterne' },
		});
	}

	tell<K extends FactKind>(when: string, kind: K, told: Omit<FactOf<K>, 'kind' | 'at'>): this {
		// What is spread is what the kind asks for, checked by the signature above.
		this.facts.push({ ...told, kind, at: instant(when) } as unknown as Fact);
		return this;
	}

	/** Active, with one step a long way off, so that nothing else is said; met today. */
	going(when: string, dueOn = '2099-01-01'): this {
		return this.tell(when, 'step-proposed', {
			...{
				pathway: 'hers',
				step: 'far',
				goal: null,
				organisation: 'lanterne',
				hat: 'awa',
				dueOn,
				byPerson: false,
			},
		})
			.tell(when, 'step-moved', { step: 'far', state: 'planned' })
			.tell(when, 'pathway-moved', { pathway: 'hers', state: 'active' });
	}

	/** A request drafted and sent to « rivage ». */
	referred(when: string, changes: Partial<FactOf<'referral-drafted'>> = {}): this {
		const drafted: Omit<FactOf<'referral-drafted'>, 'kind' | 'at'> = {
			...{ pathway: 'hers', referral: 'asked', goal: null, need: 'housing', urgent: false, department: '59' },
			...{ organisation: 'lanterne', hat: 'awa', to: 'rivage' },
			...changes,
		};
		return this.tell(when, 'referral-drafted', drafted).tell(when, 'referral-moved', {
			...{ referral: changes.referral ?? 'asked', state: 'sent' },
		});
	}

	/** The alerts at an instant, of one rule when it is named: only what was told by then counts. */
	alerts(when: string, rule?: string, thresholds: Thresholds = defaultThresholds): Alert[] {
		const now = instant(when);
		const state = foldAll(
			emptyState(),
			this.facts.filter(({ at }) => at <= now),
		);
		return findAlerts(state, thresholds, now).filter((alert) => !rule || alert.rule === rule);
	}

	/** The level of one rule at an instant; « quiet » when there is no alert. */
	level(when: string, rule: string, thresholds?: Thresholds): string {
		return this.alerts(when, rule, thresholds)[0]?.level ?? 'quiet';
	}
}
