/** The form that came back with errors, and what was typed in it; nothing when all went well. */
export interface Answered {
	readonly failed?: string | undefined;
	readonly errors?: Readonly<Record<string, string>>;
	readonly values?: Readonly<Record<string, string>>;
}

/** The errors and what was typed of one form among many. */
export function answeredBy({ failed, errors, values }: Answered, form: string) {
	const none: Readonly<Record<string, string>> = {};
	const here = failed === form;
	return { here, errors: (here && errors) || none, values: (here && values) || none };
}

/** The same errors for the summary of the page, each leading to the field of its own form. */
export const summaryErrors = ({ failed, errors = {} }: Answered): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(errors).map(([name, sentence]) => [
			name === 'form' || !failed ? 'form' : `${name}-${failed}`,
			sentence,
		]),
	);
