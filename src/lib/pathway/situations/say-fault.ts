import { translate } from '#lib/texts/translator.ts';
import type { Fault } from './fault.ts';

/** What is wrong, in a sentence. */
export const sayFault = ({ reason, values }: Fault): string => translate(reason, values ?? {});
