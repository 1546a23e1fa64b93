type Counting = { show: true; max?: number; strategy: (text: string) => number };

/**
 * How a box counts its characters, as the server does: a rare one is one. What is too long stays in the box, marked, and is
 * refused by name; a box that cut it off would lose it.
 */
export function counted(max: number | undefined): Counting {
  const counting: Counting = { show: true, strategy: (text) => [...text].length };
  return max === undefined ? counting : { ...counting, max };
}
