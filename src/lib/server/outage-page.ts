import { translate } from '../texts/translator.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that needs nothing else, for when the database does not answer. */
export function outagePage(): Response {
	const html = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(translate('problem.restarting-title'))}</title>
<h1>${escaped(translate('problem.restarting-title'))}</h1>
<p>${escaped(translate('problem.restarting'))}</p>
<p><a href="">${escaped(translate('problem.retry'))}</a></p>
</html>
`;
	return new Response(html, {
		status: 503,
		headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' },
	});
}
