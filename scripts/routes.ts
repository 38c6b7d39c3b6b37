// What stands behind each address, read from the source: pages, form actions, API methods.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export interface RouteOperations {
	/** SvelteKit's route id, as `/(public)/trouver`. */
	id: string;
	/** `GET` for a page, the name of each form action, each method of an API route. */
	operations: string[];
}

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']);

/** Every route of a folder of routes, with its operations, in alphabetical order. */
export function listRoutes(folder: string): RouteOperations[] {
	const found = new Map<string, Set<string>>();
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const operations = operationsOf(join(folder, file));
		if (operations.length === 0) continue;
		const id = `/${relative('.', join(file, '..')).split(sep).join('/')}`.replace(/\/$/, '') || '/';
		found.set(id, new Set([...(found.get(id) ?? []), ...operations]));
	}
	return [...found]
		.map(([id, operations]) => ({ id, operations: [...operations].sort() }))
		.sort((a, b) => a.id.localeCompare(b.id));
}

function operationsOf(file: string): string[] {
	if (/\+page(@[^.]*)?\.svelte$/.test(file)) return ['GET'];
	if (/\+page\.server\.ts$/.test(file)) return exportedActions(source(file));
	if (/\+server\.ts$/.test(file)) return exportedNames(source(file)).filter((name) => methods.has(name));
	return [];
}

const source = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

const isExported = (node: ts.Statement): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false);

function exportedNames(file: ts.SourceFile): string[] {
	return file.statements.filter(isExported).flatMap((node) => {
		if (ts.isFunctionDeclaration(node)) return node.name ? [node.name.text] : [];
		return ts.isVariableStatement(node)
			? node.declarationList.declarations.map((declaration) => declaration.name.getText(file))
			: [];
	});
}

function exportedActions(file: ts.SourceFile): string[] {
	for (const node of file.statements.filter(isExported)) {
		if (!ts.isVariableStatement(node)) continue;
		const actions = node.declarationList.declarations.find((one) => one.name.getText(file) === 'actions');
		const value = actions?.initializer && unwrapped(actions.initializer);
		if (value && ts.isObjectLiteralExpression(value)) return value.properties.map((one) => nameOf(one, file));
		if (value) throw new Error(`${file.fileName}: write "actions" as an object, so that each can be checked`);
	}
	return [];
}

const unwrapped = (node: ts.Expression): ts.Expression =>
	ts.isSatisfiesExpression(node) || ts.isAsExpression(node) ? unwrapped(node.expression) : node;

function nameOf(node: ts.ObjectLiteralElementLike, file: ts.SourceFile): string {
	if (node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))) return node.name.text;
	throw new Error(`${file.fileName}: name each action plainly, so that it can be checked`);
}
