import type { Category, Severity } from '../../core/rule.ts';

export const severityWord: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '提示',
  hint: '建议',
};

export const categoryWord: Readonly<Record<Category, string>> = {
  structure: '结构',
  table: '指标表',
  target: '目标',
  box: '专栏',
  consistency: '前后一致',
  text: '文字',
};

/** A draft's own text, fit for a terminal: one line, and nothing that a terminal would obey. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Cs}/gu, ' ');
}
