import { anonymous } from '#lib/actor.ts';
import { actAs, type Work } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';

/** Public data are read as nobody in particular, whoever asks: the answer is the same for all. */
export const publicWork = (): Work => actAs(application().db, anonymous);
