package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an assisting unit tells the leading one. */
@Serdeable
public record Opinion(
        String unitName, @Nullable String docNo, String text, String signer, LocalDate signedOn, LocalDate givenOn) {}
