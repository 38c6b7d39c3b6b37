import { expect, type PlaywrightWorkerArgs, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';
import { canaryEmail, leaksIn, type Prepared, type Traces } from '../prepared.ts';
import { type Cell, cells, type Visitor } from './cells.ts';

const origin = 'http://localhost:4173';
/** As a browser asks: without it, a form's answer is told in JSON. */
const asBrowser = { accept: 'text/html' };
const accounts: Partial<Record<Visitor, string>> = {
	worker: 'awa@demo.example.org',
	provider: 'samira@demo.example.org',
	facilitator: 'nadege@demo.example.org',
	coordinator: 'thomas@demo.example.org',
	funder: 'claire@demo.example.org',
	delegate: 'ines@demo.example.org',
	administrator: 'marc@demo.example.org',
};

/** Every cell over HTTP, and no stranger's word in any answer (T1, T2). */
test('each route, form and API operation answers each visitor as the matrix says, and lets no canary out', async ({
	playwright,
}) => {
	test.setTimeout(900_000);
	const prepared = await told<Prepared>('/');
	const wrong: string[] = [];
	const leaks: string[] = [];
	for (const visitor of new Set(cells.map((cell) => cell.visitor))) {
		for (const cell of inOrder(cells.filter((one) => one.visitor === visitor))) {
			const answer = await knock(await cookieOf(playwright, visitor, prepared), cell, prepared);
			const name = `${cell.route} ${cell.operation} ${visitor}`;
			if (!fits(cell, answer))
				wrong.push(`${name}: expected ${cell.expected}, got ${answer.status} ${answer.location}`);
			leaks.push(...leaksIn(answer.text).flatMap((canary) => leak(`${name}: ${canary}`)));
		}
	}
	expect(wrong).toEqual([]);
	expect(leaks).toEqual([]);
});

test('neither the mails nor the logs of all that let a canary out', async ({ playwright }) => {
	const context = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: asBrowser });
	const post = (path: string, form: Record<string, string>) =>
		context.post(path, { form, headers: { origin }, maxRedirects: 0 });
	await post('/connexion?/mot-de-passe', {
		email: canaryEmail,
		password: 'un mot de passe qui n’ouvre rien',
	});
	for (const path of ['/connexion/lien', '/connexion/oubli']) await post(path, { email: canaryEmail });
	await context.dispose();
	const received = async () => (await told<Traces>('/traces')).mails.filter(({ to }) => to === canaryEmail);
	await expect.poll(async () => (await received()).length, { timeout: 20_000 }).toBe(2);

	const { mails, logs } = await told<Traces>('/traces');
	expect(logs).toContain(origin);
	expect(leaksIn(logs)).toEqual([]);
	for (const { to, subject, text } of mails) {
		expect(leaksIn(`${subject}\n${text}`)).toEqual([]);
		expect(leaksIn(to)).toEqual(to === canaryEmail ? ['canari-account-email-7f3a'] : []);
	}
});

const told = async <Value>(path: string): Promise<Value> =>
	(await (await fetch(`${origin.replace('4173', '4174')}${path}`)).json()) as Value;

/** Shown by right, one by one: an administrator reads the invitations that wait for an answer. */
const byRight: readonly string[] = ['GET', 'chercher', 'inviter', 'retirer'].map(
	(operation) => `/(account)/compte/invitations ${operation} administrator: canari-invitation-7f3a`,
);
const leak = (found: string): string[] => (byRight.includes(found) ? [] : [found]);

/** Signing out last: the other cells need the session. */
const inOrder = (list: readonly Cell[]): Cell[] =>
	list.toSorted((a, b) => Number(a.route.includes('deconnexion')) - Number(b.route.includes('deconnexion')));

interface Answer {
	status: number;
	location: string;
	text: string;
}

/** Operations that are a method of HTTP; the others are forms, sent empty. */
const asItIs: readonly string[] = ['GET', 'DELETE', 'OPTIONS'];

/** One request, as a browser sends it: thousands of them leave no time for more. */
async function knock(cookie: string, { route, operation }: Cell, prepared: Prepared): Promise<Answer> {
	const plain = asItIs.includes(operation);
	const action = plain || operation === 'POST' || operation === 'default' ? '' : `?/${operation}`;
	const response = await fetch(`${origin}${pathOf(route, prepared)}${action}`, {
		method: plain ? operation : 'POST',
		redirect: 'manual',
		headers: { ...asBrowser, origin, ...(cookie && { cookie }) },
		...(!plain && { body: new URLSearchParams() }),
	});
	const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
	return {
		status: response.status,
		location: response.headers.get('location') ?? '',
		text: `${headers.join('\n')}\n${await response.text()}`,
	};
}

/** What each outcome looks like from outside; a form may say no to what was typed before a policy does. */
function fits({ expected, operation }: Cell, { status, location }: Answer): boolean {
	const toSignIn = status === 303 && /^\/connexion\?retour=/.test(location);
	const toCode = status === 303 && /^\/connexion\/code\?retour=/.test(location);
	if (expected === 'S') return toSignIn;
	if (expected === 'C') return toCode;
	if (expected === 'P') return status === 303 && location === '/mon-chemin/entrer';
	if (expected === 'H') return status === 303 && location === '/';
	if (expected === '–') return status === 404;
	if (expected === 'R') return status === 403 || (operation !== 'GET' && status === 422);
	return !toSignIn && !toCode && status < 500 && status !== 403;
}

const pathOf = (route: string, { serviceId, organisationId, pathwayId, referralId }: Prepared): string =>
	route
		.replace(/\/\([^)]*\)/g, '')
		.replace('[...introuvable]', 'rien/du/tout')
		.replace('/services/[id]', `/services/${serviceId}`)
		.replace('/structures/[id]', `/structures/${organisationId}`)
		.replace('/parcours/[id]', `/parcours/${pathwayId}`)
		.replace('/orientations/[id]', `/orientations/${referralId}`)
		.replace('[code]', '62498')
		.replace('[token]', 'A'.repeat(43)) || '/';

const cookies = new Map<Visitor, string>();

async function cookieOf(
	playwright: PlaywrightWorkerArgs['playwright'],
	visitor: Visitor,
	prepared: Prepared,
): Promise<string> {
	const token = cookies.get(visitor) ?? (await tokenOf(playwright, visitor, prepared));
	cookies.set(visitor, token);
	return token && `session=${token}`;
}

/** The session of each visitor: by the sign-in form where there is one to fill. */
async function tokenOf(
	playwright: PlaywrightWorkerArgs['playwright'],
	visitor: Visitor,
	{ halfToken, endedToken }: Prepared,
): Promise<string> {
	if (visitor === 'nobody') return '';
	if (visitor === 'forged') return 'B'.repeat(43);
	if (visitor === 'half') return halfToken;
	if (visitor === 'ended') return endedToken;
	const context = await playwright.request.newContext({ baseURL: origin });
	const response = await context.post('/connexion?/mot-de-passe', {
		form: { email: accounts[visitor] ?? '', password: demoPassword },
		headers: { origin, ...asBrowser },
		maxRedirects: 0,
	});
	expect(`${visitor} ${response.status()}`).toBe(`${visitor} 303`);
	const { cookies: kept } = await context.storageState();
	await context.dispose();
	return kept.find(({ name }) => name === 'session')?.value ?? '';
}
