import { Refusal } from '#lib/refusal.ts';
import { versionIn } from '../version.ts';

/** The version that the sender read. @throws Refusal 428 when it does not say, 400 when it is none of ours */
export function versionRead(request: Request): number {
	const told = request.headers.get('if-match');
	if (told === null) throw new Refusal(428, 'pathway-api.version-missing');
	const version = versionIn(told);
	if (version === undefined) throw new Refusal(400, 'pathway-api.version-wrong');
	return version;
}

/** @throws Refusal 412 when it changed since it was read */
export function refuseChanged(read: number, { version }: { readonly version: number }): void {
	if (version !== read) throw new Refusal(412, 'pathway-api.changed');
}
