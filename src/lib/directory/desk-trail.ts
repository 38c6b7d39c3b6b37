import { translate } from '#lib/texts/translator.ts';

/** The way back from each room of the directory's desk. */
export const deskTrail = () => [{ href: '/annuaire', label: translate('ui.desk') }];
