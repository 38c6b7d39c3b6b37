import type { Step, StepObject } from './mapping.ts';
import { plainSteps } from './plain-steps.ts';
import { isNothing } from './row-view.ts';
import type { Scope } from './scope.ts';
import { setSteps } from './set-steps.ts';
import { bounded } from './text.ts';

/** What a value becomes, step after step; nothing stays nothing. */
export function follow(value: unknown, steps: readonly Step[], scope: Scope): unknown {
	let left = value;
	for (const step of steps) {
		if (isNothing(left)) return undefined;
		left = bounded(typeof step === 'string' ? plain(left, step, scope) : set(left, step, scope));
	}
	return left;
}

function plain(value: unknown, name: string, scope: Scope): unknown {
	const step = Object.hasOwn(plainSteps, name) ? plainSteps[name] : undefined;
	return step ? step(value, scope) : value;
}

function set(value: unknown, step: StepObject, scope: Scope): unknown {
	const name = settingOf(step);
	return name ? setSteps[name]?.(value, step, scope) : value;
}

const names = Object.keys(setSteps) as (keyof StepObject)[];

const settingOf = (step: StepObject): keyof StepObject | undefined =>
	names.find((name) => step[name] !== undefined);
