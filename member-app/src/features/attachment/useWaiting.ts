import { useEffect, useState } from 'react';
import { onFiles, type Waiting, waitingFiles } from './waiting';

/** The files that lie on this phone for a matter, as they come and go. */
export function useWaiting(seatId: string, matterId: string): Waiting[] {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  useEffect(() => {
    let left = false;
    const look = () =>
      void waitingFiles(seatId, matterId).then((files) => {
        if (!left) setWaiting(files);
      });
    look();
    const stop = onFiles(look);
    return () => {
      left = true;
      stop();
    };
  }, [seatId, matterId]);
  return waiting;
}
