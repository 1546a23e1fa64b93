import { type ReactNode, useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, type Listing, listing, usePages } from '../../api/remote';
import type { Book } from '../../api/types';
import { bookName } from '../../text/book';
import { t, tOr } from '../../text/t';
import { Listed } from '../../ui/Listed';
import { Choices, LineTo, Refreshable, Sub, Way } from '../../ui/ui';

type Which = 'COMMON' | 'FEATURED' | 'MINE';

function booksOf(which: Which): Listing<[], Book> {
  const query = which === 'MINE' ? { mine: true } : { shelf: which };
  const ask = (after?: string) => got(api.GET('/api/books', { params: { query: { ...query, after, limit: 20 } } }));
  return listing(
    ask,
    keptQuestion(`books-${which}`, () => ask()),
  );
}

const lists: Record<Which, Listing<[], Book>> = {
  COMMON: booksOf('COMMON'),
  FEATURED: booksOf('FEATURED'),
  MINE: booksOf('MINE'),
};

/** The lists of the committee's library, and what I have recommended. */
export function BooksPage() {
  const [which, setWhich] = useState<Which>('COMMON');
  return (
    <Sub title={t('book.title')} up="/reading">
      <Books key={which} which={which}>
        <Way kind="main wide" to="/books/new">
          {t('book.recommend')}
        </Way>
        <Choices
          legend={t('book.which')}
          options={[
            ['COMMON', t('book.shelf.COMMON')],
            ['FEATURED', t('book.shelf.FEATURED')],
            ['MINE', t('book.mine')],
          ]}
          value={which}
          onChange={setWhich}
        />
      </Books>
    </Sub>
  );
}

function Books({ which, children }: { which: Which; children: ReactNode }) {
  const books = usePages(lists[which]);
  return (
    <Refreshable reload={books.reload}>
      <div className="stack">
        {children}
        <Listed list={books} none={t(which === 'MINE' ? 'book.noneOfMine' : 'book.none')}>
          {(items) => (
            <ul className="card between-lines">
              {items.map((book) => (
                <li key={book.id}>
                  <LineTo to={`/books/${book.id}`}>
                    <span className="strong" dir="auto">
                      {bookName(book.title)}
                    </span>
                    <br />
                    <span className="quiet">
                      {[
                        book.author,
                        book.publisher,
                        which === 'MINE' ? tOr(`book.status.${book.status}`, 'status.other') : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </LineTo>
                </li>
              ))}
            </ul>
          )}
        </Listed>
      </div>
    </Refreshable>
  );
}
