import { version } from '../../../../package.json';
import { groupBy } from '../../core/group.ts';
import type { Severity } from '../../core/rule.ts';
import { severityWord } from '../../core/say.ts';
import {
  type Checked,
  type Closing,
  counted,
  type Entry,
  type FileEntry,
  type Location,
  type Trouble,
} from '../outcome.ts';
import { plain, sayEntry, sayLocation } from './words.ts';
import { content, element } from './xml.ts';

/** Test results: a suite a file, a test a rule that found something there; a file without findings is one test that passes. */
export async function* junit(checked: AsyncIterable<Checked>, { troubles }: Closing): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let id = 0;
  let began = Date.now();
  const timed = (suite: Suite) => {
    const text = written(suite, id++, began);
    began = Date.now();
    return text;
  };
  for await (const file of checked) yield timed(suiteOf(file));
  if (troubles().length) yield timed(troubleSuite(troubles()));
  yield '</testsuites>\n';
}

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  /** What is to be read, but fails nothing. */
  readonly notes: readonly string[];
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly outcome?: {
    readonly kind: 'failure' | 'error';
    readonly type: string;
    readonly message: string;
    readonly text: string;
  };
}

/** A test fails for errors and warnings; what is less grave stands in the suite's output. */
function fails({ severity }: Entry): boolean {
  return severity === 'error' || severity === 'warning';
}

function suiteOf(file: FileEntry): Suite {
  const open = counted(file);
  const cases = [...groupBy(open, ({ rule }) => rule)].map(([rule, found]) =>
    caseOf(file.file, rule, found.filter(fails)),
  );
  return {
    name: file.file,
    properties: { planlint: version, suppressed: `${file.findings.length - open.length}` },
    cases: cases.length ? cases : [{ name: file.file, classname: 'planlint' }],
    notes: open.filter((entry) => !fails(entry)).map(said),
  };
}

function caseOf(file: string, rule: string, found: readonly (Entry & Location)[]): Case {
  const [first] = found;
  const named = { name: `${file} ${rule}`, classname: `planlint.${rule}` };
  if (!first) return named;
  const type: Severity = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const message = found.length > 1 ? `${plain(first.message)}（等${found.length}处）` : plain(first.message);
  return { ...named, outcome: { kind: 'failure', type, message, text: found.map(said).join('\n\n') } };
}

function said(entry: Entry & Location): string {
  return `${sayLocation(entry)} ${severityWord[entry.severity]} ${sayEntry(entry)}`;
}

function troubleSuite(troubles: readonly Trouble[]): Suite {
  return {
    name: 'PlanLint',
    properties: { planlint: version },
    cases: troubles.map(({ message, internal }) => ({
      name: message,
      classname: 'planlint',
      outcome: { kind: 'error', type: internal ? 'internal' : 'unread', message, text: message },
    })),
    notes: [],
  };
}

/** In the form that the schemas of both Ant and Jenkins allow. */
function written({ name, properties, cases, notes }: Suite, id: number, began: number): string {
  const count = (kind: 'failure' | 'error') => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  const parts = [
    element(
      'properties',
      {},
      Object.entries(properties)
        .map(([name, value]) => element('property', { name, value }))
        .join(''),
    ),
    ...cases.map(testcase),
    element('system-out', {}, content(notes.join('\n\n'))),
    element('system-err', {}),
  ];
  const attributes = {
    name,
    package: 'planlint',
    id,
    timestamp: new Date(began).toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    time: seconds(Date.now() - began),
  };
  return `${element('testsuite', attributes, `${parts.map((part) => `\n  ${part}`).join('')}\n`)}\n`;
}

function testcase({ name, classname, outcome }: Case): string {
  const inner =
    outcome && element(outcome.kind, { type: outcome.type, message: outcome.message }, content(outcome.text));
  return element('testcase', { name, classname, time: 0 }, inner);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
