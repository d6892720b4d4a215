import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BOXES, type Boxes, type Place, type PlanParams } from '../../../server/src/lsp/protocol.ts';
import type { BoxView, FindingView, ItemView } from '../../../server/src/symbols/shapes.ts';
import type { Plans } from '../plans.ts';

export type BoxNode =
  | { readonly kind: 'box'; readonly id: string; readonly box: BoxView<Place> }
  | { readonly kind: 'item'; readonly id: string; readonly item: ItemView<Place> }
  | { readonly kind: 'finding'; readonly id: string; readonly finding: FindingView<Place> };

/** The tree of the boxes of the plan that the user is at: what each project in them lacks. */
export function boxTree(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  plans: Plans,
): vscode.TreeDataProvider<BoxNode> {
  const changed = new vscode.EventEmitter<void>();
  const tree: vscode.TreeDataProvider<BoxNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    async getChildren(node) {
      if (node) return childrenOf(node);
      const uri = plans.current;
      const params: PlanParams | undefined = uri && { uri: client.code2ProtocolConverter.asUri(uri) };
      const boxes = params && (await client.sendRequest<Boxes | null>(BOXES, params).catch(() => null));
      return (boxes ?? []).map((box): BoxNode => ({ kind: 'box', id: box.id, box }));
    },
  };
  const view = vscode.window.createTreeView('planlint.boxes', { treeDataProvider: tree, showCollapseAll: true });
  context.subscriptions.push(
    changed,
    view,
    plans.onDidChange(() => changed.fire()),
  );
  return tree;
}

function childrenOf(node: BoxNode): BoxNode[] {
  if (node.kind === 'finding') return [];
  const { id } = node;
  const { findings } = node.kind === 'box' ? node.box : node.item;
  const items = node.kind === 'box' ? node.box.items : [];
  return [
    ...findings.map((finding, index): BoxNode => ({ kind: 'finding', id: `${id}\n${index} ${finding.rule}`, finding })),
    ...items.map((item): BoxNode => ({ kind: 'item', id: item.id, item })),
  ];
}

/** A child's place in the tree, with its parents' as its id begins with theirs. */
function itemOf(node: BoxNode): vscode.TreeItem {
  const { label, place, findings, detail, about = [] } = faceOf(node);
  const item = new vscode.TreeItem(label, stateOf(node));
  item.id = `${node.kind} ${node.id}`;
  item.iconPath = iconOf(node.kind, findings);
  item.description = detail;
  item.tooltip = [label, ...about, ...findings.map(({ message }) => message)].join('\n');
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go There'),
    arguments: [vscode.Uri.parse(place.uri), { selection }],
  };
  return item;
}

interface Face {
  readonly label: string;
  readonly place: Place;
  readonly detail: string;
  /** What else there is to say. */
  readonly about?: readonly string[];
  readonly findings: readonly FindingView<Place>[];
}

function faceOf(node: BoxNode): Face {
  if (node.kind === 'finding') {
    const { finding } = node;
    return { label: finding.message, place: finding.place, detail: '', findings: [finding] };
  }
  if (node.kind === 'item') {
    const { name, place, findings } = node.item;
    return {
      label: name || vscode.l10n.t('A project without a name'),
      place,
      findings,
      detail: findings.length > 0 ? vscode.l10n.t('{0} problem(s)', findings.length) : '',
    };
  }
  const { title, place, chapter, items } = node.box;
  const findings = [...node.box.findings, ...items.flatMap((item) => item.findings)];
  const count = vscode.l10n.t('{0} project(s)', items.length);
  const detail = findings.length > 0 ? vscode.l10n.t('{0} problem(s)', findings.length) : count;
  return { label: title, place, findings, detail, about: [[chapter, count].filter(Boolean).join(' · ')] };
}

/** What is in order is folded away. */
function stateOf(node: BoxNode): vscode.TreeItemCollapsibleState {
  if (childrenOf(node).length === 0) return vscode.TreeItemCollapsibleState.None;
  return faceOf(node).findings.length > 0
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

const ICONS = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;
const COLORS = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
  information: 'editorInfo.foreground',
  hint: 'editorHint.foreground',
} as const;

/** By the gravest of the findings. */
function iconOf(kind: BoxNode['kind'], findings: readonly FindingView<Place>[]): vscode.ThemeIcon {
  const grave = (['error', 'warning', 'information', 'hint'] as const).find((one) =>
    findings.some(({ severity }) => severity === one),
  );
  if (grave) return new vscode.ThemeIcon(ICONS[grave], new vscode.ThemeColor(COLORS[grave]));
  return kind === 'box' ? new vscode.ThemeIcon('inbox') : new vscode.ThemeIcon('pass');
}
