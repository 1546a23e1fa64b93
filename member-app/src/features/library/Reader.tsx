import { useId, useState } from 'react';
import { useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, useDoing, useOver } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { ReadAloud } from './ReadAloud';
import { type Article, dropArticle, saveArticle, savedArticles } from './saved';

const sizes = [22, 26, 30];

/** A text alone on the screen, in large letters: read, listened to, and kept on this phone where that may be. */
export function Reader({
  article,
  mayKeep,
  onClose,
}: {
  article: Omit<Article, 'savedAt'>;
  mayKeep: boolean;
  onClose: () => void;
}) {
  const { seat } = useSeat();
  const { data: saved, reload } = useRemote(savedArticles, seat.id);
  const { error, busy, run } = useDoing();
  const id = useId();
  const [size, setSize] = useState(0);
  const { inside, press } = useOver(onClose);
  const isSaved = saved?.some((each) => each.id === article.id) ?? false;
  const turn = () =>
    run(() => (isSaved ? dropArticle(seat.id, article.id) : saveArticle(seat.id, article)).then(reload));
  return (
    <div
      className="reader"
      role="dialog"
      aria-modal="true"
      aria-labelledby={id}
      tabIndex={-1}
      ref={inside}
      onKeyDown={press}
    >
      <header className="head">
        <Button kind="plain back" onPress={onClose}>
          {t('back')}
        </Button>
        <h2 id={id} dir="auto">
          {article.title}
        </h2>
      </header>
      <div className="stack reader-body">
        <p className="quiet">{article.by}</p>
        <div className="actions">
          <ReadAloud text={article.text} />
          <Button onPress={() => setSize((now) => (now + 1) % sizes.length)}>{t('saved.larger')}</Button>
          {(mayKeep || isSaved) && (
            <Button onPress={turn} disabled={busy}>
              {t(isSaved ? 'saved.drop' : 'saved.save')}
            </Button>
          )}
        </div>
        {isSaved && <p className="ok">{t('files.saved')}</p>}
        <Problem error={error} />
        <div style={{ fontSize: sizes[size] }}>
          <Written text={article.text} look="reader-text" />
        </div>
      </div>
    </div>
  );
}
