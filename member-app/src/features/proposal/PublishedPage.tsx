import { type FormEvent, useState } from 'react';
import { api, got } from '../../api/client';
import { listing, question, usePages, useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { Listed } from '../../ui/Listed';
import { Button, Field, Problem, Refreshable, Shape, Sub } from '../../ui/ui';
import { PublishedRows, PublishedWords } from './published';

const publishedBy = listing((after, q: string) =>
  got(api.GET('/api/published-proposals', { params: { query: { q: q || undefined, after, limit: 20 } } })),
);
const publishedOne = question((id: string) =>
  got(api.GET('/api/published-proposals/{id}', { params: { path: { id } } })),
);

/** What the committee's proposals ask for, and what was answered: for everybody who has a seat. */
export function PublishedPage() {
  const [typed, setTyped] = useState('');
  const [part, setPart] = useState('');
  const list = usePages(publishedBy, part);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setPart(typed.trim());
  };
  return (
    <Sub title={t('published.title')} up="/proposals">
      <Refreshable reload={list.reload}>
        <div className="stack">
          <form className="stack" onSubmit={find}>
            <Field label={t('published.find')} value={typed} problem={null} onChange={setTyped} />
            <Button kind="wide" submit>
              {t('published.search')}
            </Button>
          </form>
          <Listed list={list} none={t(part ? 'published.noneFound' : 'published.none')}>
            {(items) => <PublishedRows items={items} addressOf={(id) => `#/published/${id}`} />}
          </Listed>
        </div>
      </Refreshable>
    </Sub>
  );
}

export function PublishedOnePage({ id }: { id: string }) {
  const { data, error, reload } = useRemote(publishedOne, id);
  return (
    <Sub title={t('published.title')} up="/published">
      <Refreshable reload={reload}>
        <Problem error={error} retry={reload} />
        {!data && !error && <Shape lines={[80, 100, 100]} />}
        {data && <PublishedWords it={data} />}
      </Refreshable>
    </Sub>
  );
}
