import type { Act } from '#lib/server/act.ts';
import { coveredDepartments, departmentList } from './department-list.ts';

/** What the page of lists offers: the départements that have one, and the one asked for; the only one without asking. */
export async function chooseList(act: Act, asked: string | null) {
	const departments = (await coveredDepartments(act)).map(({ code, name }) => ({ code, name }));
	const only = departments.length === 1 ? departments[0] : undefined;
	const chosen = departments.find(({ code }) => code === asked) ?? (asked === null ? only : undefined);
	return {
		departments,
		unknown: Boolean(asked) && !chosen,
		chosen: chosen ? { ...chosen, ...(await sizeOf(act, chosen.code)) } : null,
	};
}

async function sizeOf(act: Act, code: string): Promise<{ places: number; left: number; kilobytes: number }> {
	const { places, left, bytes } = (await departmentList(act, code)).list;
	return { places, left, kilobytes: Math.ceil(bytes / 1000) };
}
