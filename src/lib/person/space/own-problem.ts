import type { TextKey } from '#lib/texts/catalogue.ts';

/** Why a form of her space was not taken, to be said in her language; what she typed is given back, secrets are not. */
export interface OwnProblem {
	readonly reason: TextKey;
	readonly values: Readonly<Record<string, string | number>>;
	readonly typed: Readonly<Record<string, string>>;
}
