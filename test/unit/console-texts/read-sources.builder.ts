import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SOURCES = path.resolve(__dirname, '../../../apps/web/src');
export const TEXTS = path.join(SOURCES, 'texts');
/** The namespace of a `useTranslation()` that names none. */
const DEFAULT = 'shell';

export type Source = Readonly<{ file: string; tree: ts.SourceFile }>;
/** A call that gives a text: what it is asked for, and of which file of texts; `null` where that is handed in from elsewhere. */
export type TextCall = Readonly<{ source: Source; call: ts.CallExpression; feature: string | null }>;

/** Every source of the console that may show something, parsed. */
export const sourcesOfConsole = (): readonly Source[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(spec|builder)\.ts$|schema\.ts$/.test(file))
    .sort()
    .map((file) => parsed(file, readFileSync(path.join(SOURCES, file), 'utf8')));

export const parsed = (file: string, text: string): Source => ({
  file,
  tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
});

export function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => walk(child, see));
}

/** Calls of `t`, under whatever name `useTranslation` gave it; in a parameter it is called `t`. */
export function textCalls(source: Source): readonly TextCall[] {
  const calls: TextCall[] = [];
  const names = namesOfT(source.tree);
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const name = node.expression.text;
    if (name !== 't' && !names.has(name)) return;
    calls.push({ source, call: node, feature: featureAt(node, name) });
  });
  return calls;
}

function namesOfT(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    if (ts.isVariableDeclaration(node) && featureOf(node) !== undefined)
      for (const name of givenNames(node)) names.add(name);
  });
  return names;
}

/** The root of a file has none, which the types of the compiler do not say. */
const parentOf = (node: ts.Node): ts.Node | undefined => node.parent;

/** The namespace of the nearest `useTranslation` that gave this name; `null` when nobody in this file did. */
function featureAt(node: ts.Node, name: string): string | null {
  for (let scope = parentOf(node); scope; scope = parentOf(scope)) {
    if (ts.isFunctionLike(scope) && scope.parameters.some((one) => one.name.getText().match(/\bt\b/) && name === 't'))
      return null;
    if (!ts.isBlock(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const declared of statement.declarationList.declarations) {
        const feature = featureOf(declared);
        if (feature !== undefined && givenNames(declared).includes(name)) return feature;
      }
    }
  }
  return null;
}

function featureOf({ initializer }: ts.VariableDeclaration): string | undefined {
  if (!initializer || !ts.isCallExpression(initializer)) return undefined;
  if (initializer.expression.getText() !== 'useTranslation') return undefined;
  const [first] = initializer.arguments;
  return first && ts.isStringLiteral(first) ? first.text : DEFAULT;
}

const givenNames = ({ name }: ts.VariableDeclaration): readonly string[] =>
  ts.isObjectBindingPattern(name)
    ? name.elements.filter((one) => (one.propertyName ?? one.name).getText() === 't').map((one) => one.name.getText())
    : [];

/** Where in its file something stands. */
export function placeOf({ file, tree }: Source, node: ts.Node): string {
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
  return `${file}:${String(line + 1)}`;
}
