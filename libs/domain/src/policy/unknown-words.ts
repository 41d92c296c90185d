import { callOf, literalOf, partsOf, pathOf, type ConditionNode } from './condition-node';
import { nearestName } from './nearest-name';
import { KNOWN_TEXTS } from './vocabulary';

/** A word that a fact can never be, where it stands in the condition, and the one that was likely meant. */
export type UnknownWord = Readonly<{ offset: number; detail: string; suggestion: string | null }>;

/**
 * Texts in a condition that are compared with a fact which can never be such a text: `reason == "change_of_mind"`. CEL sees
 * nothing wrong in that, the rule would only never hold.
 */
export function unknownWords(root: ConditionNode): readonly UnknownWord[] {
  const found: UnknownWord[] = [];
  visit(root, new Map());
  return found;

  /** `walked`: the variables of the walks that the node stands in, by the list that each walks through. */
  function visit(node: ConditionNode, walked: ReadonlyMap<string, string>): void {
    const factOf = (side: ConditionNode | undefined): string | undefined => {
      const path = side && pathOf(side);
      return path === undefined ? undefined : (walked.get(path) ?? path);
    };
    const [left, right] = partsOf(node.args);
    if (node.op === '==' || node.op === '!=') {
      check(factOf(left), right);
      check(factOf(right), left);
    } else if (node.op === 'in' && right?.op === 'list') {
      for (const item of partsOf(right.args)) check(factOf(left), item);
    } else if (node.op === 'in') {
      check(factOf(right), left);
    }
    const call = callOf(node);
    const [variable, ...bodies] = call?.parameters ?? [];
    const list = call?.receiver && pathOf(call.receiver);
    if (list !== undefined && variable?.op === 'id' && bodies.length > 0) {
      const inside = new Map([...walked, [String(variable.args), list]]);
      for (const body of bodies) visit(body, inside);
    } else {
      for (const part of partsOf(node.args)) visit(part, walked);
    }
  }

  function check(fact: string | undefined, side: ConditionNode | undefined): void {
    const texts = fact === undefined ? undefined : KNOWN_TEXTS[fact];
    const word = side && literalOf(side);
    if (texts === undefined || side === undefined || typeof word !== 'string' || texts.fits(word)) return;
    found.push({
      offset: side.start,
      detail: `${fact} is never "${word}"`,
      suggestion: nearestName(word, texts.known),
    });
  }
}
