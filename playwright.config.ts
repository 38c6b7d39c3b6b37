import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const executablePath = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path));

const port = 4173;

export default defineConfig({
	testDir: 'test',
	testMatch: '**/*.spec.ts',
	workers: 1,
	retries: 0,
	timeout: 30_000,
	outputDir: '.test/artifacts',
	reporter: [['list'], ['json']],
	use: {
		baseURL: `http://localhost:${port}`,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [
				'--no-sandbox',
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
			],
		},
	},
	webServer: {
		command: 'node test/serve-for-journeys.ts',
		url: `http://localhost:${port}/readyz`,
		timeout: 120_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: { PORT: String(port) },
	},
});
