import { stringify } from 'csv-stringify/sync';
import { sampleTable } from '../sample.ts';

/** The sample in CSV, as spreadsheets in France open it. @param today YYYY-MM-DD */
export const sampleFile = (today: string): string =>
	stringify(sampleTable(today), { bom: true, delimiter: ';', quoted_string: false });
