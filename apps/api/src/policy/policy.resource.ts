import { POLICY_FAULT_CODES, type DiffLine, type PolicyChange, type PolicyFault, type Sentence } from '@zikui/domain';
import {
  POLICY_STATUSES,
  type DryRunView,
  type PolicyStatus,
  type PolicyTextView,
  type PolicyVersionView,
} from '@zikui/persistence';
import {
  ShowChoice,
  ShowFlag,
  ShowInstant,
  ShowMany,
  ShowMap,
  ShowNumber,
  ShowOne,
  ShowText,
} from '../docs/shown.decorator';
import { QuoteResource } from '../quote/quote.resource';
import { ExplanationResource } from '../refund/refund-parts.resource';

class PolicyVersionResource implements PolicyVersionView {
  @ShowText({ example: 'pv_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly name!: string;
  @ShowText() readonly currency!: string;
  @ShowNumber({ nullable: true, about: 'Counts the published versions of the currency; null while it is a draft.' })
  readonly number!: number | null;
  @ShowChoice(POLICY_STATUSES) readonly status!: PolicyStatus;
  @ShowText({ about: 'SHA-256 of the text.' }) readonly hash!: string;
  @ShowText({ nullable: true, about: 'Who saved it last; null for one that was set up with the merchant.' })
  readonly draftedBy!: string | null;
  @ShowText({ nullable: true, about: 'Who confirmed it.' }) readonly publishedBy!: string | null;
  @ShowNumber({ nullable: true, about: 'Number of the earlier version whose text it brings back.' })
  readonly restores!: number | null;
  @ShowText({ nullable: true, about: 'The open proposal to publish it.' }) readonly proposalId!: string | null;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant() readonly updatedAt!: string;
  @ShowInstant({ nullable: true }) readonly publishedAt!: string | null;
}
export class PolicyVersionPage {
  @ShowMany(() => PolicyVersionResource) readonly items!: readonly PolicyVersionView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}
export class PolicyTextResource extends PolicyVersionResource implements PolicyTextView {
  @ShowText({ about: 'The policy in YAML.' }) readonly text!: string;
  @ShowNumber({ about: 'Refunds that are pinned to it.' }) readonly refunds!: number;
}

/** A fault with what its kind means in both languages. */
export type ShownFault = PolicyFault & Sentence;
class PolicyFaultResource implements ShownFault {
  @ShowChoice(POLICY_FAULT_CODES) readonly code!: PolicyFault['code'];
  @ShowNumber({ about: 'From 1.' }) readonly line!: number;
  @ShowNumber({ about: 'From 1.' }) readonly column!: number;
  @ShowText() readonly detail!: string;
  @ShowText({ nullable: true, about: 'The name that was likely meant.' }) readonly suggestion!: string | null;
  @ShowText({ about: 'What this kind of fault means.' }) readonly he!: string;
  @ShowText() readonly en!: string;
}
/** What a look at a text finds. */
export type PolicyCheckView = Readonly<{
  valid: boolean;
  faults: readonly ShownFault[];
  warnings: readonly ShownFault[];
}>;
export class PolicyCheckResource implements PolicyCheckView {
  @ShowFlag({ about: 'It could be saved.' }) readonly valid!: boolean;
  @ShowMany(() => PolicyFaultResource) readonly faults!: readonly ShownFault[];
  @ShowMany(() => PolicyFaultResource, { about: 'What deserves a second look.' })
  readonly warnings!: readonly ShownFault[];
}

class PolicyChangeResource implements PolicyChange {
  @ShowText({ example: 'approval.auto.when' }) readonly path!: string;
  @ShowText({ nullable: true }) readonly from!: string | null;
  @ShowText({ nullable: true }) readonly to!: string | null;
}
class DiffLineResource implements DiffLine {
  @ShowChoice(['same', 'gone', 'new']) readonly kind!: DiffLine['kind'];
  @ShowNumber({ nullable: true }) readonly from!: number | null;
  @ShowNumber({ nullable: true }) readonly to!: number | null;
  @ShowText() readonly text!: string;
}
export type PolicyDiffView = Readonly<{
  from: PolicyVersionView | null;
  to: PolicyVersionView;
  changes: readonly PolicyChange[];
  lines: readonly DiffLine[];
}>;
export class PolicyDiffResource implements PolicyDiffView {
  @ShowOne(() => PolicyVersionResource, { nullable: true, about: 'Null when there was none before.' })
  readonly from!: PolicyVersionView | null;
  @ShowOne(() => PolicyVersionResource) readonly to!: PolicyVersionView;
  @ShowMany(() => PolicyChangeResource, { about: 'Rule by rule, whatever was only moved or commented in the text.' })
  readonly changes!: readonly PolicyChange[];
  @ShowMany(() => DiffLineResource, { about: 'Line by line.' }) readonly lines!: readonly DiffLine[];
}

class RuleTraceResource {
  @ShowChoice(['eligibility', 'return', 'fee', 'approval']) readonly list!: DryRunView['trace'][number]['list'];
  @ShowText() readonly rule!: string;
  @ShowChoice(['matched', 'passed', 'policy_error']) readonly outcome!: DryRunView['trace'][number]['outcome'];
  @ShowText({ nullable: true, about: 'Why it could not be evaluated.' }) readonly error!: string | null;
}
export class DryRunResource implements DryRunView {
  @ShowChoice(['decided', 'refused']) readonly outcome!: DryRunView['outcome'];
  @ShowText({ nullable: true, about: 'Why it would be refused.' }) readonly code!: DryRunView['code'];
  @ShowText({ about: 'Where the fault of the request is; empty when it is none of the request.' })
  readonly pointer!: string;
  @ShowOne(() => QuoteResource, { nullable: true }) readonly quote!: DryRunView['quote'];
  @ShowMap({ nullable: true, about: 'What the rules were asked about, by the names that conditions use.' })
  readonly facts!: DryRunView['facts'];
  @ShowMany(() => RuleTraceResource, { about: 'What every rule answered, in the order in which they were asked.' })
  readonly trace!: DryRunView['trace'];
  @ShowMany(() => ExplanationResource) readonly explanation!: DryRunView['explanation'];
}
