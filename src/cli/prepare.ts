import { hasDirectory, loadDemo, wasDemoRemoved } from '../lib/directory/server/load-demo.ts';
import { ensureReference } from '../lib/territory/server/load-reference.ts';
import type { Installation, Say } from './installation.ts';
import { timed } from './timed.ts';

/** The communes of France, loaded once: nothing can be found without them. */
export const loadCommunes = ({ operator }: Installation): Promise<void> => operator(ensureReference);

/** Communes, then the demo region when the directory is empty, unless it was taken away. */
export async function prepare(installation: Installation, say: Say): Promise<void> {
	await timed(say, 'cli.step.reference', async () => {
		await loadCommunes(installation);
		return {};
	});
	if ((await installation.operator(hasDirectory)) || (await installation.operator(wasDemoRemoved))) return;
	await timed(say, 'cli.step.demo', () => loadDemo(installation.operator, new Date()));
}
