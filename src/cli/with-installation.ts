import { readSettings, type Settings } from '../lib/server/settings.ts';
import { translate } from '../lib/texts/translator.ts';
import { bringUpToDate, type Installation, openInstallation } from './installation.ts';
import { loadCommunes } from './prepare.ts';

export interface Ready {
	readonly installation: Installation;
	readonly settings: Settings;
}

/** Opens the installation, brings it up to date, does the work and leaves, whatever happens. */
export async function withInstallation<Result>(
	command: string,
	say: (line: string) => void,
	work: (ready: Ready) => Promise<Result>,
): Promise<Result> {
	const settings = readSettings(process.env);
	const installation = await openInstallation(settings, command, (key, values) =>
		say(translate(key, values)),
	);
	try {
		await bringUpToDate(installation, settings);
		await loadCommunes(installation);
		return await work({ installation, settings });
	} finally {
		await installation.close();
	}
}
