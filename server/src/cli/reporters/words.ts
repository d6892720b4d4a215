import type { Closing, Entry, Location } from '../outcome.ts';

/** A draft's own text, fit for a terminal: one line, and nothing that a terminal would obey. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Cs}/gu, ' ');
}

export function sayLocation({ file, line, column }: Location): string {
  return `${plain(file)}:${line}:${column}`;
}

/** What a finding says, where else it looks and how it may be mended: a line each. */
export function sayEntry({ message, related, fix }: Entry): string {
  const lines = [message, ...related.map((note) => `相关 ${sayLocation(note)} ${note.message}`)];
  if (fix) lines.push(`修改 ${fix.title}`);
  return lines.map(plain).join('\n');
}

/** The closing sentence of a check. */
export function saySummary({ summary, known }: Closing): string {
  const { files, errors, warnings, informations, hints, suppressed } = summary();
  const counts = Object.entries({ 错误: errors, 警告: warnings, 提示: informations, 建议: hints })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}处`);
  const total = errors + warnings + informations + hints;
  const found = total ? `发现${total}处问题（${counts.join('，')}）` : '没有发现问题';
  const quiet = Object.entries({ 已在文中注明不查: suppressed - known(), 已列入基线: known() })
    .filter(([, count]) => count > 0)
    .map(([word, count], index) => `${index ? '，' : '；另有'}${count}处${word}`)
    .join('');
  return files ? `共检查${files}个文件，${found}${quiet}。` : '没有找到规划文稿。';
}
