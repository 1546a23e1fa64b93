import { type ReactNode, useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { listing, question, usePages, useRemote } from '../../api/remote';
import { showTextSize, textIsLarge } from '../../session/session';
import { t } from '../../text/t';
import { Listed } from '../../ui/Listed';
import { Button, Empty, Problem, Shape } from '../../ui/ui';
import { PublishedRows, PublishedWords } from '../proposal/published';
import { addressOf, type OpenAddress } from './address';
import './open.css';

const committeeBy = question((code: string) => got(api.GET('/api/open/{code}', { params: { path: { code } } })));
const openBy = listing((after, code: string, q: string) =>
  got(api.GET('/api/open/{code}/proposals', { params: { path: { code }, query: { q: q || undefined, after } } })),
);
const openOne = question((code: string, id: string) =>
  got(api.GET('/api/open/{code}/proposals/{id}', { params: { path: { code, id } } })),
);

/** What a committee has opened to the whole web: nobody logs in for it, and nothing of a session is looked at. */
export function OpenPage({ code, id }: OpenAddress) {
  const { data, error, reload } = useRemote(committeeBy, code);
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <Frame name={t('published.title')}>
        <Empty says={t('open.nothing')} />
      </Frame>
    );
  return (
    <Frame name={data ? t('open.title', { name: data.name }) : t('published.title')}>
      <Problem error={error} retry={reload} />
      {!data && !error && <Shape />}
      {data && (id ? <One code={code} id={id} committee={data.name} /> : <All code={code} />)}
    </Frame>
  );
}

function Frame({ name, children }: { name: string; children: ReactNode }) {
  const [large, setLarge] = useState(textIsLarge());
  useEffect(() => {
    document.title = name;
  }, [name]);
  const turn = () => {
    showTextSize(!large);
    setLarge(!large);
  };
  return (
    <div className="page open">
      <header className="head">
        <h1>{name}</h1>
        <Button kind="plain" onPress={turn}>
          {t(large ? 'open.smaller' : 'open.larger')}
        </Button>
      </header>
      <main className="stack">{children}</main>
      <footer>
        <p className="quiet">{t('open.source')}</p>
      </footer>
    </div>
  );
}

/** The words looked for stand in the address, so that a list found can be passed on. */
function All({ code }: { code: string }) {
  const part = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  const list = usePages(openBy, code, part);
  return (
    <>
      <form className="find" action={addressOf(code)}>
        <div className="field">
          <label htmlFor="find">{t('published.find')}</label>
          <input id="find" className="input" name="q" defaultValue={part} autoComplete="off" />
        </div>
        <Button submit>{t('published.search')}</Button>
      </form>
      {part && (
        <nav>
          <a className="button plain" href={addressOf(code)}>
            {t('open.all')}
          </a>
        </nav>
      )}
      <Listed list={list} none={t(part ? 'published.noneFound' : 'published.none')}>
        {(items) => <PublishedRows items={items} addressOf={(id) => addressOf(code, id)} />}
      </Listed>
    </>
  );
}

function One({ code, id, committee }: { code: string; id: string; committee: string }) {
  const { data, error, reload } = useRemote(openOne, code, id);
  useEffect(() => {
    if (data) document.title = `${data.title} · ${committee}`;
  }, [data, committee]);
  return (
    <>
      <nav>
        <a className="button plain" href={addressOf(code)}>
          {t('open.all')}
        </a>
      </nav>
      <Problem error={error} retry={reload} />
      {!data && !error && <Shape lines={[80, 100, 100]} />}
      {data && <PublishedWords it={data} />}
    </>
  );
}
