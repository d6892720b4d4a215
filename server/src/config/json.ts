import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineStarts, placeAt } from '../core/lines.ts';

/** What is wrong in a configuration file and what to do about it, in one Chinese sentence. */
export interface Fault {
  /** The file, as the caller named it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A JSON text (comments and a last comma are allowed) with the places of its values. */
export interface Json {
  readonly file: string;
  readonly text: string;
  readonly root: Node;
}

const mistakes: Readonly<Record<string, string>> = {
  InvalidSymbol: '有不认识的词，文字请加英文双引号',
  InvalidNumberFormat: '数字写法有误',
  PropertyNameExpected: '此处应为加英文双引号的属性名',
  ValueExpected: '此处应有一个值',
  ColonExpected: '属性名后应为英文冒号“:”',
  CommaExpected: '前一项后面缺少英文逗号“,”',
  CloseBraceExpected: '缺少右花括号“}”',
  CloseBracketExpected: '缺少右方括号“]”',
  EndOfFileExpected: '结尾多出内容，请删除',
  InvalidCommentToken: '注释写法有误，请用 // 或 /* */',
  UnexpectedEndOfComment: '注释没有结束，请补上 */',
  UnexpectedEndOfString: '文字没有结束，请补上英文双引号',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '\\u 后应为四位十六进制数',
  InvalidEscapeCharacter: '反斜杠后的字符有误；路径请用 / 而不用 \\',
  InvalidCharacter: '文字里有控制字符，请删除或转义',
};

/** A fault at an offset of the text. */
export function faultAt(file: string, text: string, offset: number, message: string): Fault {
  return { file, ...placeAt(lineStarts(text), offset), message };
}

/** Reads a JSON text; what cannot be read gives the first fault. */
export function readJson(file: string, text: string): Json | Fault {
  if (text.trim() === '') return faultAt(file, text, 0, '文件是空的：请写入 {}，或删除此文件');
  const errors: ParseError[] = [];
  const root = deepest(text) > 200 ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (first) {
    const reason = mistakes[printParseErrorCode(first.error)] ?? '写法有误';
    return faultAt(file, text, first.offset, `不是正确的 JSON：${reason}`);
  }
  if (!root) return faultAt(file, text, 0, '不是正确的 JSON：嵌套过深');
  return { file, text, root };
}

/** How deep brackets are nested at most: the parser is recursive, and must not run out of stack. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === '{' || char === '[') most = Math.max(most, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return most;
}

/** A fault at a value (or, with `key`, at the name of a property of it), found by its path. */
export function faultIn(json: Json, path: readonly (string | number)[], message: string, key?: string): Fault {
  const node = findNodeAtLocation(json.root, [...path]);
  const property = key === undefined ? undefined : node?.children?.find((child) => child.children?.[0]?.value === key);
  return faultAt(json.file, json.text, (property ?? node ?? json.root).offset, message);
}

/** A JSON pointer, as ajv gives it, as a path: numbers where an array is indexed. */
export function pathOf(json: Json, pointer: string): (string | number)[] {
  const path: (string | number)[] = [];
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(findNodeAtLocation(json.root, path)?.type === 'array' ? Number(name) : name);
  }
  return path;
}
