import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { hsdsOpenApi } from '../../formats/hsds-openapi.ts';
import { profileDescription } from '../../formats/hsds-profile.ts';

const maxAge = 3600;

/** `GET /`: which HSDS this is, under which profile, described where. `base`: the public address of this API. */
export const answerApiDetails = (request: Request, base: string): Response =>
	jsonAnswer(
		request,
		{ version: '3.1', profile: `${base}/profile.json`, openapi_url: `${base}/openapi.json` },
		{ maxAge },
	);

/** `GET /profile.json`: what the French profile adds to HSDS 3.1. */
export const answerProfile = (request: Request, base: string): Response =>
	jsonAnswer(request, profileDescription(base), { maxAge });

/** `GET /openapi.json`. */
export const answerOpenApi = (request: Request, base: string): Response =>
	jsonAnswer(request, hsdsOpenApi(base), { maxAge });
