package cn.tongxin.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every request of the suite that was answered 2xx, for the stranger to try again. */
public final class Recorder {
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** One request as it was sent, and its answer. */
    public record Exchange(Person person, String method, String path, String type, byte[] body, Answer answer) {}

    void note(Person person, String method, String path, String type, byte[] body, Answer answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            exchanges.add(new Exchange(person, method, path, type, body, answer));
        }
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
