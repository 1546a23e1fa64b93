import { Button } from 'antd';
import { useState } from 'react';
import { useSessions } from '../../api/sessions';
import { PaperButtons } from '../../ui/PaperButtons';
import { t } from '../../ui/text';
import { CatalogueModal } from './CatalogueModal';

interface ListPapersProps {
  filter: object;
  session: string | undefined;
  unitId: string | undefined;
}

/** What an office takes away from the list: the catalogue of what is filtered, and a session's hand-over list, of the newest where none is chosen. */
export function ListPapers({ filter, session, unitId }: ListPapersProps) {
  const [exporting, setExporting] = useState(false);
  const latest = useSessions()[0]?.key;
  const of = session ?? latest;
  const handOver = new URLSearchParams({ session: of ?? '', ...(unitId ? { unitId } : {}) });
  return (
    <>
      {of && <PaperButtons path={`/api/hand-over-list?${handOver}`} name={t('paper.handOverList')} />}
      <Button onClick={() => setExporting(true)}>{t('catalogue.export')}</Button>
      {exporting && <CatalogueModal filter={filter} onClose={() => setExporting(false)} />}
    </>
  );
}
