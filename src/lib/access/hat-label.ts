import type { Role } from '../actor.ts';
import type { TextKey } from '../texts/catalogue.ts';
import { translate } from '../texts/translator.ts';
import type { LabelledHat } from './session.ts';

export const roleLabel = (role: Role): string => translate(`access.role.${role}` satisfies TextKey);

/** « Professionnel, Maison du canal »; the role alone where it holds everywhere. */
export const hatLabel = ({ role, place }: Pick<LabelledHat, 'role' | 'place'>): string =>
	place ? translate('access.hat', { role: roleLabel(role), place }) : roleLabel(role);
