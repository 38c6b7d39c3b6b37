import type { Chance } from './chance.ts';

const asked: readonly string[] = ['ar', 'en', 'uk', 'ru', 'es', 'pt', 'tr', 'ps', 'fsl', 'pl'];

/** One to three languages beside French, those most asked for. */
export const languagesSpoken = (chance: Chance): string[] => chance.some(asked, chance.int(1, 3));
