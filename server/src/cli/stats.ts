import type { Work } from './outcome.ts';

const MOST = 10;

/** Adds up what checks took, and says so: by rule and by plan, the dearest first. What came from a cache took nothing. */
export function createStats() {
  const rules = new Map<string, number>();
  const plans: (readonly [plan: string, milliseconds: number])[] = [];
  function add({ took }: Work): void {
    if (!took) return;
    plans.push([took.plan, took.whole]);
    for (const [rule, milliseconds] of Object.entries(took.rules))
      rules.set(rule, (rules.get(rule) ?? 0) + milliseconds);
  }
  return {
    /** The works as they pass by. */
    async *watch(works: AsyncIterable<Work>): AsyncGenerator<Work> {
      for await (const work of works) {
        add(work);
        yield work;
      }
    },
    said(): string {
      const whole = plans.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
      const ruled = [...rules.values()].reduce((sum, milliseconds) => sum + milliseconds, 0);
      const parts: readonly (readonly [string, number])[] = [
        ['读文稿、找数字', whole - ruled],
        ['各条规则', ruled],
      ];
      return [
        `检查${plans.length}部规划，用时${whole.toFixed(1)}毫秒（各线程相加，不含读写文件）：\n`,
        table(parts),
        '按规则：\n',
        table(dearest([...rules], rules.size)),
        plans.length > MOST ? `按规划（前${MOST}部）：\n` : '按规划：\n',
        table(dearest(plans, MOST)),
      ].join('');
    },
  };
}

type Row = readonly [name: string, milliseconds: number];

function dearest(rows: readonly Row[], most: number): readonly Row[] {
  return [...rows].sort((a, b) => b[1] - a[1]).slice(0, most);
}

function table(rows: readonly Row[]): string {
  return rows.map(([name, milliseconds]) => `  ${milliseconds.toFixed(1).padStart(9)}  ${name}\n`).join('');
}
