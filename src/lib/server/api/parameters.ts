import { z } from 'zod';

// Parameters of addresses: texts, each read as what it means, or refused with a sentence.

const wholeNumber = (least: number, most: number, wrong: string) =>
	z
		.string()
		.regex(/^\d{1,9}$/, wrong)
		.transform(Number)
		.refine((number) => number >= least && number <= most, wrong);

export const mostPerPage = 100;
export const usualPerPage = 50;

/** Counted from 1. */
export const page = wholeNumber(1, 1_000_000, 'api.query.page').default(1);
export const perPage = wholeNumber(1, mostPerPage, 'api.query.per-page').default(usualPerPage);
export const distance = wholeNumber(0, 20_000_000, 'api.query.distance');

/** An empty value, as in `?full`, says yes. */
export const flag = z
	.enum(['true', 'false', '1', '0', ''], 'api.query.flag')
	.default('false')
	.transform((told) => told !== 'false' && told !== '0');

/** A date, or a date with its hour: the former begins at midnight UTC. */
export const instant = z
	.union([z.iso.datetime({ offset: true }), z.iso.date()], 'api.query.instant')
	.transform((told) => new Date(told));

export const uuid = z.guid('api.query.uuid').transform((told) => told.toLowerCase());

export const postcode = z.string().regex(/^\d{5}$/, 'api.query.postcode');

export const words = z.string().trim().min(1, 'api.query.words').max(200, 'api.query.words');
