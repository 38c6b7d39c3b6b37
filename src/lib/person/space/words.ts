import { getContext, setContext } from 'svelte';
import type { Language } from '#lib/texts/languages.ts';
import { type SpaceKey, space } from '#lib/texts/space-catalogue.ts';
import { translatorFor } from '#lib/texts/space-translator.ts';
import { type Translate, translate } from '#lib/texts/translator.ts';
import { type SaysWhen, sayWhenIn } from './say-when.ts';

const language = Symbol('language of the space');

/** Said once by the frame of the space, for all that it holds. */
export const speak = (spoken: Language): Language => setContext(language, spoken);

/** The words of her space, in her language; what is said elsewhere too is said in French. */
export function words(): Translate {
	const say = translatorFor(getContext<Language>(language));
	return (key, values) => (isOfSpace(key) ? say(key, values) : translate(key, values));
}

/** Days and hours, in her language. */
export const times = (): SaysWhen => sayWhenIn(getContext<Language>(language));

const isOfSpace = (key: string): key is SpaceKey => Object.hasOwn(space, key);
