package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Load.Hand;
import cn.tongxin.demo.bench.Load.Shot;
import java.io.IOException;
import java.sql.Connection;

/** One kind of request: as the service answers it, and as a bare JDBC loop of the same statements does the same work. */
interface Workload {
    Hand service(int number) throws Exception;

    Hand bare(int number) throws Exception;

    /** A hand with its own connection to the service. */
    record OnWire(Wire wire, Shot shot) implements Hand {
        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    /** A hand with its own connection to the database. */
    record OnConnection(Connection connection, Shot shot) implements Hand {
        @Override
        public void close() throws Exception {
            connection.rollback();
            connection.close();
        }
    }
}
