import { existsSync } from 'node:fs';
import { test } from 'vitest';

const folder = new URL('../../../../shared/data/', import.meta.url);

/** A file of real data that stands beside the checkout, never inside it. */
export const sharedData = (path: string): string => new URL(path, folder).pathname;

/** A test on real data: left out, with its reason, where the data are absent; on the build machine it then fails. */
export const testOnSharedData = existsSync(folder) || process.env.CI ? test : test.skip;
if (!existsSync(folder)) console.warn(`tests on real data are left out: ${folder.pathname} is absent`);
