import type { CellView, ChangeView } from '../../../../server/src/symbols/shapes.ts';
import { s } from './dom.ts';
import type { Row } from './rows.ts';

const [WIDTH, HEIGHT, MARGIN] = [84, 26, 5];
export const WAYS = { right: '方向正确', wrong: '方向相反', flat: '未变' } as const;

interface Point {
  readonly year?: number;
  readonly amount: number;
}

/** The way from the past through the baseline to the target; undefined where no change is known. */
export function chartOf({ history, baseline, target, change }: Row): SVGSVGElement | undefined {
  if (!change) return undefined;
  const from: Point = { ...yearOf(baseline), amount: change.from };
  const to: Point = { ...yearOf(target), amount: change.to };
  const past = history.flatMap(({ year, amount }): Point[] =>
    amount !== undefined && year !== undefined && from.year !== undefined && year < from.year ? [{ year, amount }] : [],
  );
  past.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const all = [...past, from, to];
  const place = scaled(all);
  const line = (points: readonly Point[]) => points.map((point) => place(point).join(',')).join(' ');
  const [x, y] = place(to);
  return s(
    'svg',
    {
      class: `chart ${change.way ?? ''}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
      'aria-label': spoken(all, change),
    },
    past.length > 0 && s('polyline', { class: 'past', points: line([...past, from]) }),
    ...past.map((point) => s('circle', { class: 'past', cx: place(point)[0], cy: place(point)[1], r: 2 })),
    s('polyline', { class: 'way', points: line([from, to]) }),
    s('circle', { class: 'from', cx: place(from)[0], cy: place(from)[1], r: 3 }),
    s('path', {
      class: 'to',
      transform: `translate(${x} ${y})`,
      d: END[change.way === 'wrong' ? 'wrong' : change.trend],
    }),
  );
}

/** Shapes tell what colours tell: up, down, level, and a cross for the wrong way. */
const END = {
  up: 'M0 -4.5 L4.5 3.5 L-4.5 3.5 Z',
  down: 'M0 4.5 L4.5 -3.5 L-4.5 -3.5 Z',
  flat: 'M-3.5 -3.5 H3.5 V3.5 H-3.5 Z',
  wrong: 'M-4 -4 L4 4 M4 -4 L-4 4',
} as const;

function yearOf(cell: CellView<unknown> | undefined): { readonly year?: number } {
  return cell?.year === undefined ? {} : { year: cell.year };
}

/** Where a point goes: by its year where all have one, else one step on. */
function scaled(points: readonly Point[]): (point: Point) => readonly [number, number] {
  const years = points.map(({ year }, index) =>
    points.every((point) => point.year !== undefined) ? (year ?? 0) : index,
  );
  const amounts = points.map(({ amount }) => amount);
  const spread = (values: readonly number[], size: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number) =>
      Math.round((MARGIN + (high > low ? (value - low) / (high - low) : 0.5) * (size - 2 * MARGIN)) * 10) / 10;
  };
  const [across, up] = [spread(years, WIDTH), spread(amounts, HEIGHT)];
  return (point) => [across(years[points.indexOf(point)] ?? 0), HEIGHT - up(point.amount)];
}

function spoken(points: readonly Point[], { text, way }: ChangeView): string {
  const values = points.map(({ year, amount }) => `${year === undefined ? '' : `${year}年`}${amount}`);
  return [...values, text, ...(way ? [WAYS[way]] : [])].join('，');
}
