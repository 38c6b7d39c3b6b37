import own from './fr/own.json' with { type: 'json' };
import ownData from './fr/own-data.json' with { type: 'json' };
import ownHand from './fr/own-hand.json' with { type: 'json' };
import ownOffline from './fr/own-offline.json' with { type: 'json' };
import ownSearch from './fr/own-search.json' with { type: 'json' };
import ownSpace from './fr/own-space.json' with { type: 'json' };
import { typesetAll } from './typeset.ts';

/** What a person reads in her own space, in French: the source of its eleven other languages. */
export const space = { ...own, ...ownSpace, ...ownSearch, ...ownData, ...ownHand, ...ownOffline };
typesetAll(space);

export type SpaceKey = keyof typeof space;
