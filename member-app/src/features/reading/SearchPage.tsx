import { useState } from 'react';
import { api, got } from '../../api/client';
import { listing, usePages } from '../../api/remote';
import { t } from '../../text/t';
import { Listed } from '../../ui/Listed';
import { Field, Sub } from '../../ui/ui';
import { useRested } from './ChooseMember';
import { PostCards } from './PostCards';

const pageSize = 30;

/** The newest come last in what the server gives, and first on the page. */
const postsLike = listing(async (before, groupId: string, q: string) => {
  const page = await got(
    api.GET('/api/reading-groups/{groupId}/posts', {
      params: { path: { groupId }, query: { q, before: before ? Number(before) : undefined, limit: pageSize } },
    }),
  );
  const oldest = page.items[0];
  return { items: [...page.items].reverse(), next: page.more && oldest ? String(oldest.seq) : null };
});

/** Looks for words in the topics and posts of a group. */
export function SearchPage({ id }: { id: string }) {
  const [typed, setTyped] = useState('');
  const words = useRested(typed);
  return (
    <Sub title={t('reading.findPosts')} up={`/reading/${id}`}>
      <main className="stack">
        <Field
          label={t('reading.findPosts')}
          help={t('reading.findPostsHelp')}
          value={typed}
          max={50}
          onChange={setTyped}
        />
        {words && <Found id={id} words={words} />}
      </main>
    </Sub>
  );
}

function Found({ id, words }: { id: string; words: string }) {
  const posts = usePages(postsLike, id, words);
  return (
    <Listed list={posts} none={t('reading.findNone')}>
      {(items) => <PostCards groupId={id} posts={items} />}
    </Listed>
  );
}
