import { useState } from 'react';
import { useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Button, Empty, Refreshable, Shape, Sub } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { Reader } from './Reader';
import { type Article, savedArticles } from './saved';

/** The texts that lie on this phone. */
export function SavedPage() {
  const { seat } = useSeat();
  const { data, reload } = useRemote(savedArticles, seat.id);
  const [open, setOpen] = useState<Article | null>(null);
  return (
    <Sub title={t('saved.title')} up="/reading">
      <Refreshable reload={reload}>
        {!data && <Shape lines={[100, 100]} />}
        {data?.length === 0 && <Empty says={t('saved.none')} />}
        <ul className="stack">
          {data?.map((article) => (
            <li key={article.id} className="card tight">
              <Written text={article.title} look="strong" />
              <p className="quiet">{[article.by, moment(article.savedAt)].join(' · ')}</p>
              <Button kind="wide" onPress={() => setOpen(article)}>
                {t('saved.read')}
                <span className="vh">{article.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Refreshable>
      {open && (
        <Reader
          article={open}
          mayKeep
          onClose={() => {
            setOpen(null);
            void reload();
          }}
        />
      )}
    </Sub>
  );
}
