import { Button } from 'antd';
import { useState } from 'react';
import { PaperButtons } from '../../ui/PaperButtons';
import { t } from '../../ui/text';
import { CatalogueModal } from './CatalogueModal';

interface ListPapersProps {
  filter: object;
  session: string | undefined;
  unitId: string | undefined;
}

/** What an office takes away from the list: the catalogue of what is filtered, and a session's hand-over list. */
export function ListPapers({ filter, session, unitId }: ListPapersProps) {
  const [exporting, setExporting] = useState(false);
  const handOver = new URLSearchParams({ session: session ?? '', ...(unitId ? { unitId } : {}) });
  return (
    <>
      {session && <PaperButtons path={`/api/hand-over-list?${handOver}`} name={t('paper.handOverList')} />}
      <Button onClick={() => setExporting(true)}>{t('catalogue.export')}</Button>
      {exporting && <CatalogueModal filter={filter} onClose={() => setExporting(false)} />}
    </>
  );
}
