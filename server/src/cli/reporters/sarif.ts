import type {
  ArtifactLocation,
  Fix,
  Invocation,
  Location,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { version } from '../../../../package.json';
import { groupBy } from '../../core/group.ts';
import type { Rule, Severity } from '../../core/rule.ts';
import { rules } from '../../core/rules/index.ts';
import { categoryWord } from '../../core/say.ts';
import type { Host } from '../host.ts';
import type { Checked, Closing, Entry, Location as Place, Trouble } from '../outcome.ts';
import { rulePage } from '../pages.ts';

/** SARIF 2.1.0, one run: for code scanning and for viewers of many tools' findings. Suppressed findings are in it, marked so. */
export async function* sarif(
  checked: AsyncIterable<Checked>,
  { troubles }: Closing,
  host: Host,
): AsyncGenerator<string> {
  const described = await Promise.all(rules.map(async (rule) => descriptor(rule, await rulePage(rule.id, host))));
  const driver = { name: 'PlanLint', version, semanticVersion: version, language: 'zh-CN', rules: described };
  const run = {
    tool: { driver },
    language: 'zh-CN',
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [root]: { description: { text: '运行检查时所在的文件夹' } } },
  };
  yield `{"$schema":"${schema}","version":"2.1.0","runs":[\n${JSON.stringify(run).slice(0, -1)},\n"results":[`;
  let divider = '\n';
  for await (const { file, findings } of checked)
    for (const entry of findings) {
      yield `${divider}${JSON.stringify(resultOf({ ...entry, file }))}`;
      divider = ',\n';
    }
  yield `\n],\n"invocations":${JSON.stringify([invocation(troubles())])}}]}\n`;
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Stands for the folder that all paths are relative to; whoever reads the log knows where that is. */
const root = '%SRCROOT%';

const level: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const indexOf = new Map(rules.map(({ id }, index) => [id, index]));

/** The page's parts as `planlint explain` prints them: title, why, how to mend. */
function descriptor({ id, category, severity, summary }: Rule, page: string): ReportingDescriptor {
  const section = (title: string) => new RegExp(`^## ${title}\\n+(.*?)\\n+## `, 'ms').exec(page)?.[1] ?? '';
  return {
    id,
    name: /^# (.+?)（/.exec(page)?.[1] ?? id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary}${section('为什么')}` },
    help: { text: section('怎样改'), markdown: page },
    defaultConfiguration: { level: level[severity] },
    properties: { category, tags: [categoryWord[category]] },
  };
}

function resultOf(entry: Entry & Place): Result {
  const { rule, severity, message, related, fix, suppressed, fingerprint, baseline } = entry;
  return {
    ruleId: rule,
    ruleIndex: indexOf.get(rule) ?? -1,
    level: level[severity],
    message: said(message),
    locations: [{ physicalLocation: placeOf(entry) }],
    relatedLocations: related.map(
      (note, index): Location => ({ id: index + 1, physicalLocation: placeOf(note), message: said(note.message) }),
    ),
    ...(fix && { fixes: [fixOf(fix)] }),
    partialFingerprints: { 'planlintFinding/v1': fingerprint },
    suppressions:
      suppressed === null ? [] : [{ kind: baseline === 'known' ? 'external' : 'inSource', justification: suppressed }],
    ...(baseline && { baselineState: baseline === 'known' ? 'unchanged' : 'new' }),
    properties: { severity },
  };
}

function fixOf({ title, safe, edits }: NonNullable<Entry['fix']>): Fix {
  return {
    description: said(title),
    artifactChanges: [...groupBy(edits, ({ file }) => file)].map(([file, changes]) => ({
      artifactLocation: artifact(file),
      replacements: changes.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } })),
    })),
    properties: { safe },
  };
}

function placeOf(place: Place): PhysicalLocation {
  return { artifactLocation: artifact(place.file), region: region(place) };
}

function artifact(file: string): ArtifactLocation {
  return {
    uri: file
      .replace(/\p{Cs}/gu, '\ufffd')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    uriBaseId: root,
  };
}

function region({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A message in which nothing is a placeholder (`{0}`) or a link (`[…](…)`), whatever the draft's text looks like. */
function said(text: string) {
  return { text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

function invocation(troubles: readonly Trouble[]): Invocation {
  return {
    executionSuccessful: troubles.length === 0,
    toolExecutionNotifications: troubles.map(({ rule, message }) => ({
      level: 'error',
      message: said(message),
      ...(rule && { associatedRule: { id: rule, index: indexOf.get(rule) ?? -1 } }),
    })),
  };
}
