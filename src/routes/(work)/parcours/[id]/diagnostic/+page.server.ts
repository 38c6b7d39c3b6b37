import { openAssessmentPage } from '#lib/pathway/assessments/server/assessment-pages.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => openAssessmentPage(act, params.id));
