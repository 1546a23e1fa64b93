import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { newId } from '../../store/ids';
import { Button, Problem, useDoing } from '../../ui/ui';

const myBodies = question(() => got(api.GET('/api/organizations', { params: { query: { mine: true } } })));

interface ForBodiesProps {
  verb: (name: string) => string;
  /** Begins a draft that is the body's from its first word, and opens it. */
  write: (id: string, onBehalfOf: string) => Promise<unknown>;
}

/** A clerk writes in the name of the bodies he acts for. */
export function ForBodies({ verb, write }: ForBodiesProps) {
  const { data } = useRemote(myBodies);
  const { error, busy, run } = useDoing();
  return (
    <>
      {data?.map(({ seatId, name }) => (
        <Button key={seatId} kind="wide" onPress={() => run(() => write(newId(), seatId))} disabled={busy}>
          {verb(name)}
        </Button>
      ))}
      <Problem error={error} />
    </>
  );
}
