package cn.tongxin.identity;

import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Crypto;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mobile numbers: how people write them, and the keyed hash that alone is kept of a verified one. */
@Singleton
class Phones {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private final Crypto crypto;

    Phones(Crypto crypto) {
        this.crypto = crypto;
    }

    /** Eleven digits; 422 for what is no mobile number. */
    static String read(@Nullable String written) {
        var digits =
                (written == null ? "" : written).replaceAll("[\\s\\-()（）]", "").replaceFirst("^(\\+|00)?86(?=1)", "");
        if (!MOBILE.matcher(digits).matches()) {
            throw Refusal.unprocessable("phone.invalid", "This is not a mobile number.")
                    .field("phone");
        }
        return digits;
    }

    String hash(String phone) {
        return crypto.keyedHash(phone);
    }
}
