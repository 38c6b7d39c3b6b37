import { translate } from '#lib/texts/translator.ts';
import type { Twin } from './situation.ts';

/** Who may be the same person, in words. */
export const sayTwin = (twin: Twin): string =>
	twin.line === undefined
		? translate('situations.twin-here', { name: twin.name, lead: twin.leadName })
		: translate('situations.twin-line', { name: twin.name, line: twin.line });
