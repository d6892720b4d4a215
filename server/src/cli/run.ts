import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { version } from '../../../package.json';
import { levels as planLevels } from '../template.ts';
import { type BaselineFlags, baselineCommand } from './baselines.ts';
import { type CheckFlags, checkCommand, type Shard } from './check.ts';
import { inChinese, translated } from './chinese.ts';
import { factsCommand } from './facts.ts';
import { type FixFlags, fixCommand } from './fix.ts';
import { type Host, status, UsageError } from './host.ts';
import { type InitFlags, initCommand } from './init.ts';
import { mergeCommand } from './merge.ts';
import { explainCommand, rulesCommand } from './pages.ts';
import { printConfigCommand } from './print-config.ts';
import { type ReportFlags, reportCommand } from './report.ts';
import { reporters } from './reporters/index.ts';
import { withLevel } from './rule-levels.ts';
import type { Limits } from './tell.ts';

/** Runs one command line (without the program's own name) and gives the exit status. Never throws. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  try {
    let exit: number = status.fine;
    const program = programOf(host, (code) => {
      exit = code;
    });
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? status.fine : status.usage;
    if (error instanceof UsageError) {
      host.err(`${error.message}\n`);
      return status.usage;
    }
    host.err(`PlanLint 内部出错：${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    return status.internal;
  }
}

const formats = Object.keys(reporters);
const levels = ['error', 'warning', 'information', 'hint', 'never'];

/** The commands and their options; `done` hears the exit status of the one that is run. */
export function programOf(host: Host, done: (code: number) => void): Command {
  const program = inChinese(new Command('planlint'))
    .description('检查用 Markdown 起草的政府规划：指标表、目标方向、专栏、前后数字。')
    .usage('<命令> [选项]')
    .version(version, '-v, --version', '显示版本')
    .exitOverride()
    .configureOutput({
      writeOut: host.out,
      writeErr: host.err,
      outputError: (message, write) => write(`${translated(message)}\n`),
    });

  const add = (name: string, usage: string, description: string) =>
    inChinese(program.command(name)).usage(usage).description(description);

  /** The options of a command that prints findings. */
  const telling = (command: Command) =>
    command
      .argument('[路径...]', '文件、文件夹或通配符；“-”为标准输入；不写即当前文件夹')
      .option('-f, --format <格式>', `输出格式：${formats.join('、')}`, oneOf(formats), 'pretty')
      .option('--fail-on <级别>', `达到此级别即以状态1退出：${levels.join('、')}`, oneOf(levels), 'error')
      .option('--max-warnings <数目>', '警告多于此数即以状态1退出', count)
      .option('-q, --quiet', '只显示错误；退出状态不变')
      .option('-c, --config <文件>', '指定配置文件，不再查找 planlint.json')
      .option('--rule <规则=级别>', '设定一条规则（或 text/* 等一类）的级别，盖过配置；可写多次', withLevel)
      .option('--stdin-filename <文件名>', '标准输入的内容视为这个文件');

  telling(add('check', '[选项] [路径...]', '检查文稿'))
    .option('--changed-since <提交>', '只显示与此提交、分支或标签之后改动的行有关的问题')
    .option('--baseline <文件>', '不计基线文件里已有的问题')
    .option('--watch', '文稿改动后重新检查')
    .option('--threads <数目>', '用几个线程检查；不写则按文稿多少而定', count)
    .option('--shard <几分之几>', '把全部规划分成几份，只检查其中一份，如 2/5；各份的结果用 planlint merge 合并', part)
    .option('--stats', '列出各条规则、各部规划用了多少时间')
    .option('--cache [文件夹]', '记住检查结果，没有改动的文稿下次不再检查；默认放在 .planlint-cache')
    .option('--print-config <文件>', '以 JSON 列出对此文件有效的配置，不检查')
    .action(async (paths: string[], { printConfig, ...flags }: CheckFlags & { printConfig?: string }) =>
      done(
        await (printConfig === undefined
          ? checkCommand(paths, flags, host)
          : printConfigCommand(printConfig, flags, host)),
      ),
    );

  telling(add('fix', '[选项] [路径...]', '改正文稿中可以直接改正的问题'))
    .option('--unsafe', '给出改法、要由人判断的也照改')
    .option('--dry-run', '只显示会改动什么，不改动文件')
    .action(async (paths: string[], flags: FixFlags) => done(await fixCommand(paths, flags, host)));

  add('merge', '<文件...> [选项]', '把分份检查得到的 JSON、SARIF 或基线合并为一个')
    .argument('<文件...>', '要合并的文件，须是同一种')
    .option('--fail-on <级别>', `达到此级别即以状态1退出：${levels.join('、')}`, oneOf(levels), 'error')
    .option('--max-warnings <数目>', '警告多于此数即以状态1退出', count)
    .action(async (files: string[], limits: Limits) => done(await mergeCommand(files, limits, host)));

  const baseline = inChinese(program.command('baseline'))
    .usage('write|prune <文件> [路径...]')
    .description('写出或清理基线：采用 PlanLint 时已有、暂不修改的问题');
  const addBaseline = (name: 'write' | 'prune', description: string) =>
    inChinese(baseline.command(name))
      .usage('<文件> [路径...]')
      .description(description)
      .argument('<文件>', '基线文件，如 基线.json')
      .argument('[路径...]', '要检查的文件、文件夹或通配符；不写即当前文件夹')
      .option('-c, --config <文件>', '指定配置文件，不再查找 planlint.json')
      .option('--threads <数目>', '用几个线程检查；不写则按文稿多少而定', count)
      .action(async (file: string, paths: string[], flags: BaselineFlags) =>
        done(await baselineCommand(name, file, paths, flags, host)),
      );
  addBaseline('write', '把现有的问题写入基线，已有的条目保留其理由、负责人和期限')
    .option('--reason <理由>', '新写入的问题暂不修改的理由')
    .option('--owner <姓名>', '新写入的问题由谁处理')
    .option('--expires <日期>', '新写入的问题到哪一天为止不计，如 2026-12-31', day);
  addBaseline('prune', '删去基线里不再出现的问题');

  add('explain', '<规则>', '显示一条规则的说明')
    .argument('<规则>', '规则名，如 target-direction')
    .action(async (id: string) => done(await explainCommand(id, host)));

  add('rules', '[选项]', '列出全部规则').action(() => done(rulesCommand(host)));

  add('facts', '<文件>', '以 JSON 列出从文稿中读到的指标和数值')
    .argument('<文件>', '一个文件，“-”为标准输入')
    .action(async (path: string) => done(await factsCommand(path, host)));

  add('report', '[选项] [路径...]', '把审阅报告写成一个网页，供审核的人阅读、打印')
    .argument('[路径...]', '文件、文件夹或通配符；不写即当前文件夹')
    .option('-o, --output <文件>', '写到哪个文件；“-”为标准输出', '审阅报告.html')
    .option('-c, --config <文件>', '指定配置文件，不再查找 planlint.json')
    .option('--threads <数目>', '用几个线程检查；不写则按文稿多少而定', count)
    .action(async (paths: string[], flags: ReportFlags) => done(await reportCommand(paths, flags, host)));

  add('init', '[选项] [文件夹]', '写出 planlint.json；加 --plan 的，另写一份列好章节的规划文稿')
    .argument('[文件夹]', '写在哪个文件夹；不写即当前文件夹')
    .option('--plan <体例>', '另写一份规划文稿：章节体、公文体', oneOf(['章节体', '公文体']))
    .option('--place <地区>', '哪个地区的规划，写全称，如 青河市')
    .option('--level <层级>', `哪一级的规划：${planLevels.join('、')}；不写则看地区的名称`, oneOf(planLevels))
    .option('--field <领域>', '什么领域的规划，默认卫生健康')
    .option('--period <规划期>', '哪个五年，如 十五五')
    .option('--force', '已有的文件换成新的')
    .action(async (folder: string | undefined, flags: InitFlags) => done(await initCommand(folder, flags, host)));

  add('lsp', '--stdio', '启动语言服务器，供编辑器使用')
    .requiredOption('--stdio', '通过标准输入输出通信')
    .action(async () => {
      await import('../main.node.ts');
    });

  return program;
}

function oneOf(known: readonly string[]): (value: string) => string {
  return (value) => {
    if (known.includes(value)) return value;
    throw new InvalidArgumentError(`可用：${known.join('、')}`);
  };
}

function part(value: string): Shard {
  const [, index = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(value)?.map(Number) ?? [];
  if (index >= 1 && index <= count) return { index, count };
  throw new InvalidArgumentError('应为第几份/共几份，如 2/5');
}

function day(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError('应为年-月-日，如 2026-12-31');
}

function count(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('应为不小于 0 的整数');
}
