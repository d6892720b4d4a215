import divisions from '../../../lexicon/divisions.json' with { type: 'json' };

const VIEWS: readonly { readonly view: string; readonly words: readonly string[] }[] = divisions.views;
const COMPLETE: readonly (readonly string[])[] = divisions.complete;

/** Whether parts of these names divide their whole in one way: people who are 女性 and 青年 overlap, they cannot be added up. */
export function additive(names: readonly string[], unit: string): boolean {
  const views = new Set(names.filter((name) => !/^其[他它余]/.test(name)).map(unit === 'person' ? viewOf : bareView));
  return views.size <= 1;
}

/** Whether parts of these names are all that there is: 公办 and 民办, where nothing else tells them apart. */
export function exhaustive(names: readonly string[]): boolean {
  return COMPLETE.some((classes) => {
    if (classes.length !== names.length) return false;
    const rests = names.map((name) => {
      const own = classes.find((each) => name.startsWith(each));
      return own && [own, name.slice(own.length)];
    });
    const owns = new Set(rests.map((rest) => rest?.[0]));
    return rests.every((rest) => rest?.[1] === rests[0]?.[1]) && owns.size === classes.length && !owns.has(undefined);
  });
}

/** Things are divided so only where nothing else is said of them: 农村 alone, not 农村公路. */
function bareView(name: string): string | undefined {
  return VIEWS.find(({ words }) => words.includes(name))?.view;
}

/** 女党员, 就业困难人员: not what a long name happens to hold (农村订单定向医学生招聘). */
function viewOf(name: string): string | undefined {
  return VIEWS.find(({ words }) => words.some((word) => name.includes(word) && 4 * word.length >= name.length))?.view;
}
