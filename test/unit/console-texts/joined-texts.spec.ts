import ts from 'typescript';
import { parsed, placeOf, sourcesOfConsole, textCalls, type Source, type TextCall } from './read-sources.builder';

/** What may stand between a text and what is beside it: it belongs to no sentence. */
const SEPARATORS = /^[\s·]*$/;

/**
 * A text that is joined with something into one sentence: by a template, by `+`, or in JSX by bare words or a bare value
 * beside it. The order of words and the direction of values belong into the text: `{{value}}` isolates what it puts in.
 * Elements beside a text (an amount, a name, a time) isolate themselves.
 */
const joined = (source: Source): readonly string[] =>
  textCalls(source)
    .filter((text) => isInTemplate(text) || isAdded(text) || isBesideWords(text))
    .map(({ call }) => `${placeOf(source, call)} ${call.getText()}`);

const isInTemplate = ({ call }: TextCall): boolean => ts.isTemplateSpan(call.parent) && !isKey(call.parent);
const isAdded = ({ call: { parent } }: TextCall): boolean =>
  ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken;

/** A template that is itself the key of a text is no sentence. */
function isKey({ parent: template }: ts.TemplateSpan): boolean {
  const call = template.parent;
  return ts.isCallExpression(call) && call.arguments[0] === template;
}

function isBesideWords({ call }: TextCall): boolean {
  const shown = shownBy(call);
  const parent = shown?.parent;
  if (!shown || !parent || !(ts.isJsxElement(parent) || ts.isJsxFragment(parent))) return false;
  const at = parent.children.indexOf(shown);
  return [parent.children[at - 1], parent.children[at + 1]].some(isWords);
}

/** The `{…}` that shows the text and nothing else. */
function shownBy(call: ts.Node): ts.JsxExpression | undefined {
  let node = call.parent;
  while (ts.isConditionalExpression(node) || ts.isParenthesizedExpression(node) || ts.isBinaryExpression(node))
    node = node.parent;
  return ts.isJsxExpression(node) ? node : undefined;
}

function isWords(beside: ts.JsxChild | undefined): boolean {
  if (!beside) return false;
  if (ts.isJsxText(beside)) return !SEPARATORS.test(beside.text);
  if (!ts.isJsxExpression(beside) || !beside.expression) return false;
  const value = beside.expression;
  if (ts.isStringLiteral(value)) return !SEPARATORS.test(value.text);
  return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isTemplateExpression(value);
}

describe('the texts of the console', () => {
  it('are joined with values nowhere', () => {
    expect(sourcesOfConsole().flatMap(joined)).toEqual([]);
  });

  it.each([
    ['a template', 'const a = `${t("x")} ${n}`;'],
    ['an addition', 'const a = t("x") + n;'],
    ['words beside it', 'const a = <p>{t("x")}: 5</p>;'],
    ['a value beside it', 'const a = <p>{t("x")}{" "}{n}</p>;'.replace('{" "}', '')],
  ])('would be found in %s', (_, text) => expect(joined(parsed('a.tsx', text))).toHaveLength(1));

  it.each(['const a = t(`of.${n}`);', 'const a = <p>{t("x")} · <Bdi>{n}</Bdi></p>;', 'const a = t("x", { n });'])(
    'may stand so: %s',
    (text) => expect(joined(parsed('a.tsx', text))).toEqual([]),
  );
});
