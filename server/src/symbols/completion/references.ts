import { readCaptions } from '../../core/captions.ts';
import { fold } from '../../core/fold.ts';
import type { Span } from '../../core/model.ts';
import { readChapters } from '../../core/targets.ts';
import type { Proposal, Scene } from './proposal.ts';

/** 见 alone announces a reference only where a phrase begins: 意见, 常见 and 可见 are words. */
const ANNOUNCED = /(?:详见|参见|参阅|(?:^|[\s（(，,。；;：:、])见)([\u3400-\u9fff\d-]{0,8})$/;

/** After 见, 详见, 参见: the boxes, tables, figures and chapters that there are, each with its title. */
export function references({ report: { plan }, before }: Scene): Proposal[] | undefined {
  const typed = ANNOUNCED.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const titles = new Map<string, string>();
  const add = (label: string, title: string) => titles.has(label) || titles.set(label, title);
  for (const { kind, label, span } of readCaptions(plan)) if (label) add(kind + label, titleOf(span));
  for (const { heading } of readChapters(plan).byNumber.values()) {
    const { raw, number } = heading;
    if (number) add(raw.slice(number.start, number.end), raw.slice(number.end).trim());
  }
  const found = [...titles].filter(([label]) => label.startsWith(typed));
  if (typed && found.length === 0) return undefined;
  return found.map(([label, detail]) => ({ kind: 'reference', label, detail, length: typed.length, text: label }));
}

/** A caption's words behind its number. */
function titleOf({ source, start, end }: Span): string {
  const words = source.text
    .slice(start, end)
    .replace(/[*>\r\n]/g, '')
    .trim();
  return words.replace(/^(?:专栏|附?[表图])\s*[\d一二三四五六七八九十.—-]*[\s:：.]*/, '') || fold(words);
}
