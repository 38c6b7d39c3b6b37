import type { Actions } from '@sveltejs/kit';
import { askForLink } from '#lib/access/server/ask-for-link.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('envoye') });

export const actions = { default: askForLink('recovery') } satisfies Actions;
