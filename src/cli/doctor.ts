import { Refusal } from '../lib/refusal.ts';
import { readSettings, type Settings } from '../lib/server/settings.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Out } from './command.ts';
import { type Finding, installationChecks, settingsChecks } from './doctor-checks.ts';
import { type Installation, openInstallation } from './installation.ts';

export const command: Command = {
	usage: 'doctor',
	help: translate('cli.doctor'),
	run: async ({ out }) => {
		const settings = readSettings(process.env);
		const findings = await examine(settings);
		for (const finding of findings) say(out, finding);
		const wrong = findings.filter(({ well }) => !well).length;
		out.say(wrong ? translate('cli.doctor.some-wrong', { count: wrong }) : translate('cli.doctor.all-well'));
		out.result({ well: wrong === 0, findings });
		return wrong ? exit.failed : exit.done;
	},
};

async function examine(settings: Settings): Promise<Finding[]> {
	const outside = settingsChecks.map((check) => check(settings));
	let installation: Installation;
	try {
		installation = await openInstallation(settings, 'doctor', () => {});
	} catch (error) {
		return [...outside, { what: translate('doctor.database'), well: false, mend: sentenceOf(error) }];
	}
	try {
		return [...outside, ...(await inTurn(installation, settings))];
	} finally {
		await installation.close();
	}
}

async function inTurn(installation: Installation, settings: Settings): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const check of installationChecks) findings.push(await check(installation, settings));
	return findings;
}

const sentenceOf = (error: unknown): string =>
	error instanceof Refusal ? translate(error.reason, error.values) : String(error);

const say = (out: Out, { what, well, mend }: Finding): void =>
	out.say(
		well ? translate('cli.doctor.ok', { what }) : translate('cli.doctor.bad', { what, mend: mend ?? '' }),
	);
