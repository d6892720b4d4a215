import type { Command } from 'commander';
import { widthOf } from '../core/width.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const errors: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/, '不认识选项“$1”'],
  [/^error: unknown command '(.*[./\\].*)'/, '没有命令“$1”，检查文稿请用 planlint check $1'],
  [/^error: unknown command '(.*)'/, '没有命令“$1”'],
  [/^error: missing required argument '(.*)'/, '缺少参数“$1”'],
  [/^error: required option '(.*)' not specified/, '缺少选项“$1”'],
  [/^error: option '(.*)' argument missing/, '选项“$1”后面缺少值'],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /, '选项“$1”不能为“$2”，'],
  [/^error: too many arguments.*/, '参数太多'],
  [/\s*\(Did you mean (?:one of )?(.*)\?\)/, '，是不是“$1”？'],
];

/** A commander message in Chinese. */
export function translated(message: string): string {
  return errors.reduce((text, [english, chinese]) => text.replace(english, chinese), message.trim());
}

/** Makes a command, and those added to it later, speak Chinese in help and errors. */
export function inChinese(command: Command): Command {
  return command
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      displayWidth: widthOf,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`.trim(),
      // commander adds the default value in English words.
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description}（默认 ${defaultValue}）` : description,
    })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false);
}
