import { useState } from 'react';
import { t } from '../../text/t';
import { TextBox } from '../../ui/ui';
import { Recorder } from '../attachment/Recorder';

type Props = { onTake: (bytes: Blob, transcript: string) => Promise<void>; onClose: () => void };

/** A recording for a post, with its words where somebody writes them down. */
export function SpokenNote({ onTake, onClose }: Props) {
  const [transcript, setTranscript] = useState('');
  return (
    <Recorder onTake={(bytes) => onTake(bytes, transcript)} onClose={onClose}>
      <TextBox
        label={t('voice.transcript')}
        help={t('voice.transcriptHelp')}
        value={transcript}
        onChange={setTranscript}
        max={2000}
      />
    </Recorder>
  );
}
