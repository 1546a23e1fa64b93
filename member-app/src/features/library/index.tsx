import { BookPage } from './BookPage';
import { BooksPage } from './BooksPage';
import { RecommendPage } from './RecommendPage';
import { SavedPage } from './SavedPage';

/** The pages of the library, loaded together when one of them is opened first. */
export function Library({ page, id }: { page: 'list' | 'show' | 'new' | 'saved'; id: string }) {
  switch (page) {
    case 'list':
      return <BooksPage />;
    case 'show':
      return <BookPage id={id} />;
    case 'new':
      return <RecommendPage />;
    case 'saved':
      return <SavedPage />;
  }
}
