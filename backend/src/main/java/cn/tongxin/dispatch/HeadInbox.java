package cn.tongxin.dispatch;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.UUID;

/** Keeps the heads that the committees below send. */
@Singleton
class HeadInbox implements Recipient {
    private final Letters letters;
    private final JsonMapper json;

    HeadInbox(Letters letters, JsonMapper json) {
        this.letters = letters;
        this.json = json;
    }

    @Override
    public String kind() {
        return HeadSender.Head.KIND;
    }

    @Override
    public void receive(UUID sender, Letter letter) {
        var head = letter.read(json, HeadSender.Head.class);
        letters.insertHead(sender, head.seq(), HexFormat.of().parseHex(head.hash()), letter.sentAt());
    }
}
