import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * Who may import whom (docs/architecture.md). The first line whose pattern fits a file holds for it; `*` stays within a folder,
 * `**` goes below it. Files by their path from server/src or, with a leading slash, from the root; packages by their name.
 */
const table: readonly (readonly [file: string, may: string])[] = [
  ['core/check.ts', 'core/** /server/lexicon/*.json'],
  ['core/rules/index.ts', 'core/rules/*.ts core/rule.ts'],
  ['core/rules/*.ts', 'core/rules/*/*.ts core/quantity/** {vocabulary}'],
  ['core/rules/*/*.ts', 'core/rules/*/*.ts core/quantity/** {vocabulary}'],
  ['core/read/**', 'core/read/** core/quantity/** {vocabulary} {parsing} yaml mdast'],
  ['core/facts/**', 'core/facts/** core/quantity/** {vocabulary} /server/lexicon/*.json'],
  ['core/quantity/**', 'core/quantity/** {vocabulary} /server/lexicon/*.json'],
  ['core/width.ts', 'get-east-asian-width'],
  ['core/words.ts', 'core/body.ts /server/lexicon/*.json'],
  ['core/*.ts', 'core/quantity/** {vocabulary} {parsing} mdast unified remark-parse mdast-util-* micromark-*'],
  [
    'config/**',
    'config/** core/*.ts core/quantity/* core/rules/index.ts generated/* /schemas/*.json /server/presets/*.json ajv ajv/dist/2020.js jsonc-parser picomatch',
  ],
  ['generated/**', 'ajv'],
  ['symbols/shapes.ts', ''],
  [
    'symbols/**',
    'symbols/** core/check.ts core/rules/index.ts core/facts/** core/quantity/** core/read/front-matter.ts core/*.ts',
  ],
  ['report/**', 'report/** symbols/** core/rules/index.ts core/check.ts core/*.ts'],
  ['lsp/protocol.ts', 'symbols/shapes.ts'],
  [
    'lsp/**',
    'lsp/** report/** symbols/** core/** config/** vscode-languageserver vscode-languageserver-textdocument vscode-uri',
  ],
  [
    'cli/**',
    'cli/** template.ts /templates/*.json report/** core/** config/** main.node.ts /package.json node:** sarif {terminal}',
  ],
  ['disk.ts', 'lsp/files.ts node:** tinyglobby vscode-uri'],
  ['main.ts', 'main.*.ts'],
  ['main.node.ts', 'lsp/** disk.ts vscode-languageserver/node'],
  ['main.worker.ts', 'lsp/** vscode-languageserver/browser'],
  ['main.cli.ts', 'cli/** node:** {terminal}'],
  ['template.ts', ''],
  ['main.thread.ts', 'cli/** node:worker_threads'],
  [
    '/client/src/panel/page/**',
    '/client/src/panel/page/** /client/src/panel/messages.ts /client/src/panel/say.ts lsp/protocol.ts symbols/shapes.ts',
  ],
  ['/client/src/tasks.ts', 'vscode node:child_process'],
  [
    '/client/src/**',
    '/client/src/** /templates/*.json template.ts lsp/protocol.ts symbols/shapes.ts vscode vscode-languageclient vscode-languageclient/*',
  ],
];

const groups: Readonly<Record<string, string>> = {
  // The files at the top of core but for the pipeline, of which only check.ts knows the steps.
  vocabulary: 'core/!(check|findings|draft|blocks|parse).ts',
  parsing: 'core/blocks.ts core/parse.ts',
  terminal: 'commander picocolors tinyglobby ignore chokidar supports-hyperlinks diff',
};

const root = fileURLToPath(new URL('../../', import.meta.url));

function fits(path: string, pattern: string): boolean {
  const full = /^(core|config|generated|symbols|report|lsp|template|cli|disk|main)\b/.test(pattern)
    ? `/server/src/${pattern}`
    : pattern;
  const source = full
    .replace(/[.+?^${}[\]\\]/g, '\\$&')
    .replace(/!\(([^)]*)\)/g, '(?!(?:$1)\\b)[^/]*')
    .replace(/\*\*/g, '\0')
    .replace(/(?<!\])\*/g, '[^/]*')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}$`).test(path);
}

/** What is wrong with a file's import, in words; undefined where it is allowed. Paths from the root, with a leading slash. */
function fault(file: string, specifier: string): string | undefined {
  const line = table.find(([pattern]) => fits(file, pattern));
  if (!line) return `${file} stands in no line of the table`;
  const imported = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
  const may = line[1].replace(/\{(\w+)\}/g, (_, group) => groups[group] ?? '').split(' ');
  return may.some((pattern) => fits(imported, pattern)) ? undefined : `${file} imports ${imported}`;
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(root + file, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts')),
);

describe('imports', () => {
  it('go where the table lets them go, and nowhere else', () => {
    const faults = files.flatMap((file) => importsOf(file).flatMap((specifier) => fault(file, specifier) ?? []));
    assert.ok(files.length > 20);
    assert.deepEqual(faults, []);
  });

  it('would be found out where they do not', () => {
    const wrong: readonly (readonly [file: string, specifier: string])[] = [
      ['/server/src/core/rules/target-flat.ts', './value-range.ts'],
      ['/server/src/core/rules/target-flat.ts', '../read/tables.ts'],
      ['/server/src/core/rules/target-flat.ts', '../parse.ts'],
      ['/server/src/core/read/tables.ts', '../facts/mentions.ts'],
      ['/server/src/core/facts/mentions.ts', '../check.ts'],
      ['/server/src/core/lexicon.ts', 'node:fs'],
      ['/server/src/core/lexicon.ts', 'vscode-languageserver'],
      ['/server/src/core/check.ts', '../config/index.ts'],
      ['/server/src/symbols/things.ts', 'vscode-languageserver'],
      ['/server/src/core/check.ts', '../symbols/things.ts'],
      ['/server/src/lsp/serve.ts', 'node:fs'],
      ['/server/src/lsp/serve.ts', 'vscode-languageserver/node'],
      ['/server/src/lsp/protocol.ts', 'vscode-languageserver'],
      ['/server/src/cli/run.ts', '../lsp/serve.ts'],
      ['/client/src/start.ts', '../../server/src/lsp/serve.ts'],
      ['/client/src/start.ts', '../../server/src/core/model.ts'],
    ];
    for (const [file, specifier] of wrong) assert.ok(fault(file, specifier), `${file} may import ${specifier}`);
  });
});
