import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { download } from '../api/client';
import { Problem } from './Problem';
import { saveBlob } from './save';
import { t } from './text';
import { useAct } from './useAct';

interface PaperButtonsProps {
  /** Where the paper is, without its format. */
  path: string;
  /** What it is called on the button, and in the file's name where that has none of its own. */
  name: string;
  file?: string;
}

/** A paper to take away, as Word or PDF. */
export function PaperButtons({ path, name, file = name }: PaperButtonsProps) {
  const take = useAct(async (format: 'DOCX' | 'PDF') => {
    const separator = path.includes('?') ? '&' : '?';
    saveBlob(`${file}.${format.toLowerCase()}`, await download(`${path}${separator}format=${format}`));
  });
  const busy = (format: string) => take.isPending && take.variables === format;
  return (
    <div className="row no-print">
      <Button icon={<FileWordOutlined />} loading={busy('DOCX')} onClick={() => take.mutate('DOCX')}>
        {t('paper.word', { name })}
      </Button>
      <Button icon={<FilePdfOutlined />} loading={busy('PDF')} onClick={() => take.mutate('PDF')}>
        {t('paper.pdf', { name })}
      </Button>
      <Problem error={take.error} />
    </div>
  );
}
