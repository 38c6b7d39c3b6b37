import ts from 'typescript';
import type { RouteOperations } from './routes.ts';

/** The declarations of `src/permissions.ts`, read as text: a build must not run the code it is about to build. */
export function declaredOperations(text: string): Map<string, Set<string>> {
	const file = ts.createSourceFile('permissions.ts', text, ts.ScriptTarget.Latest, true);
	const declared = new Map<string, Set<string>>();
	const visit = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node) && node.name.getText(file) === 'permissions' && node.initializer) {
			for (const [id, value] of properties(node.initializer))
				declared.set(id, new Set(properties(value).map(([name]) => name)));
		} else ts.forEachChild(node, visit);
	};
	visit(file);
	return declared;
}

function properties(node: ts.Node): [string, ts.Node][] {
	if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return properties(node.expression);
	if (!ts.isObjectLiteralExpression(node)) return [];
	return node.properties.flatMap((property): [string, ts.Node][] =>
		ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
			? [[property.name.text, property.initializer]]
			: [],
	);
}

/** One sentence for each operation that no permission covers, and for each permission that covers nothing. */
export function permissionFaults(routes: RouteOperations[], declared: Map<string, Set<string>>): string[] {
	const known = new Map(routes.map((route) => [route.id, new Set(route.operations)]));
	const missing = routes.flatMap(({ id, operations }) =>
		operations
			.filter((name) => !declared.get(id)?.has(name))
			.map((name) => `${id} ${name}: no permission declared`),
	);
	const idle = [...declared].flatMap(([id, names]) =>
		[...names]
			.filter((name) => !known.get(id)?.has(name))
			.map((name) => `${id} ${name}: nothing behind this permission`),
	);
	return [...missing, ...idle];
}
