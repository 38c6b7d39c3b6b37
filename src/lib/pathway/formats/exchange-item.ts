/** What became of one resource that came: it entered, moved one, said nothing new, was kept aside, or was refused. */
export type Became = 'entered' | 'moved' | 'unchanged' | 'kept' | 'refused';

export interface ExchangeItem {
	readonly resourceType: string;
	readonly id: string;
	readonly became: Became;
	/** Why, in a sentence; nothing when it entered or moved. */
	readonly reason: string | null;
	readonly referralId: string | null;
}

/** Whether what came changed nothing because something was refused. */
export const isRefused = (items: readonly ExchangeItem[]): boolean =>
	items.some(({ became }) => became === 'refused') &&
	!items.some(({ became }) => became === 'entered' || became === 'moved');
