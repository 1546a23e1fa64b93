import { isRecord, textOf } from '../../api/problem';
import { question } from '../../api/remote';
import type { Post } from '../../api/types';
import { all, discard, keep } from '../../store/db';

/** A text as it lies on this phone, sealed like everything else, to be read without a network; log-out takes it away. */
export type Article = { id: string; groupId: string; title: string; by: string; text: string; savedAt: string };

const keyOf = (seatId: string, id: string): string => `${seatId}/article/${id}`;

/** Only what all of the group may read: never what waits, was hidden or taken back. */
export const maySave = ({ status, text }: Pick<Post, 'status' | 'text'>): boolean =>
  status === 'VISIBLE' && Boolean(text);

function articleOf(value: unknown): Article[] {
  if (!isRecord(value) || typeof value.text !== 'string') return [];
  const { id, groupId, title, by, text, savedAt } = value;
  return [
    { id: textOf(id), groupId: textOf(groupId), title: textOf(title), by: textOf(by), text, savedAt: textOf(savedAt) },
  ];
}

/** What the phone alone answers, the latest first. */
export const savedArticles = question(async (seatId: string) =>
  (await all('papers', keyOf(seatId, ''))).flatMap(articleOf).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
);

export function saveArticle(seatId: string, article: Omit<Article, 'savedAt'>): Promise<void> {
  return keep('papers', keyOf(seatId, article.id), { ...article, savedAt: new Date().toISOString() });
}

export function dropArticle(seatId: string, id: string): Promise<void> {
  return discard('papers', keyOf(seatId, id));
}
