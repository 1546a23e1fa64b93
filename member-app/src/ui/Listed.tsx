import type { ReactNode } from 'react';
import type { Pages } from '../api/remote';
import { t } from '../text/t';
import { Button, Empty, Problem, Shape } from './ui';

/** A list page by page: what is there, that it is coming, that it failed, or that there is nothing. */
export function Listed<T>({
  list: { items, error, reload, more },
  none,
  children,
}: {
  list: Pages<T>;
  none: string;
  children: (items: readonly T[]) => ReactNode;
}) {
  return (
    <>
      <Problem error={error} retry={reload} />
      {!items && !error && <Shape lines={[100, 100]} />}
      {items?.length === 0 && !more && <Empty says={none} />}
      {items && items.length > 0 && children(items)}
      {more && (
        <Button kind="wide" onPress={more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
