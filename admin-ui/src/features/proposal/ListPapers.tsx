import { Button } from 'antd';
import { useState } from 'react';
import { usePresentSession } from '../../api/sessions';
import { PaperButtons } from '../../ui/PaperButtons';
import { t } from '../../ui/text';
import { CatalogueModal } from './CatalogueModal';

interface ListPapersProps {
  filter: object;
  session: string | undefined;
  unitId: string | undefined;
}

/** What an office takes away from the list: the catalogue of what is filtered, and the hand-over list of its session, by default the present one. */
export function ListPapers({ filter, session, unitId }: ListPapersProps) {
  const [exporting, setExporting] = useState(false);
  const present = usePresentSession()?.key;
  const listed = session ?? present;
  const handOver = new URLSearchParams({ session: listed ?? '', ...(unitId ? { unitId } : {}) });
  return (
    <>
      {listed && <PaperButtons path={`/api/hand-over-list?${handOver}`} name={t('paper.handOverList')} />}
      <Button onClick={() => setExporting(true)}>{t('catalogue.export')}</Button>
      {exporting && <CatalogueModal filter={filter} onClose={() => setExporting(false)} />}
    </>
  );
}
