import { OpinionPage } from './OpinionPage';
import { OpinionsPage } from './OpinionsPage';
import { WriteOpinionPage } from './WriteOpinionPage';

/** The three pages of opinion reports, loaded together when one of them is opened first. */
export function Opinion({ page, id }: { page: 'list' | 'write' | 'show'; id: string }) {
  switch (page) {
    case 'list':
      return <OpinionsPage />;
    case 'write':
      return <WriteOpinionPage key={id} id={id} />;
    case 'show':
      return <OpinionPage id={id} />;
  }
}
