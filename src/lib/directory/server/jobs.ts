import type { Application } from '#lib/server/application.ts';
import type { Handlers } from '#lib/server/jobs.ts';
import { lookForDuplicates } from '../duplicates/server/look-for-duplicates.ts';
import { readScheduledImport } from '../importing/server/read-scheduled-import.ts';
import { runImportDraft } from '../importing/server/run-draft.ts';
import { sendAlertLink } from '../lists/server/send-alert-link.ts';
import { tellNews } from '../lists/server/tell-news.ts';
import { askReviews } from '../upkeep/server/ask-reviews.ts';
import { runCampaigns } from '../upkeep/server/run-campaigns.ts';
import { sendClaimLink } from '../upkeep/server/send-claim-link.ts';
import { sendReviewLetters } from '../upkeep/server/send-review-letters.ts';
import { tellProposer } from '../upkeep/server/tell-proposer.ts';

/** `origin` is the public address that mailed links carry. */
type Needs = Pick<Application, 'post' | 'mailFolder'> & { readonly origin: string };

/** The jobs of this room. */
export const directoryJobs = ({ post, mailFolder, origin }: Needs) =>
	({
		'run-import-draft': runImportDraft,
		'read-scheduled-import': (payload, context) => readScheduledImport(payload, context),
		'look-for-duplicates': lookForDuplicates,
		'ask-reviews': (_, context) => askReviews(context),
		'send-review-letters': (payload, context) => sendReviewLetters({ post, origin }, payload, context),
		'run-campaigns': (_, context) => runCampaigns({ fictionalToo: mailFolder !== null }, context),
		'send-claim-link': (payload, context) => sendClaimLink({ post, origin }, payload, context),
		'tell-proposer': (payload, context) => tellProposer({ post, origin }, payload, context),
		'send-alert-link': (payload, context) => sendAlertLink({ post, origin }, payload, context),
		'tell-news': (_, context) => tellNews({ post, origin }, context),
	}) satisfies Partial<Handlers>;
