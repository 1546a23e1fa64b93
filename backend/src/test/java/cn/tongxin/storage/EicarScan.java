package cn.tongxin.storage;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A scanner of the tests: it knows the one file that every scanner must find. */
@Singleton
class EicarScan implements FileScan {
    @Override
    public boolean isClean(String name, InputStream bytes) {
        try {
            return !new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
