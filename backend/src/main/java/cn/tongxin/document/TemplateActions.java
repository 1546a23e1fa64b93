package cn.tongxin.document;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Refusal;
import cn.tongxin.storage.StoredFile;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** An office puts its own template in the place of the shipped one, and back. */
@Singleton
class TemplateActions {
    private final Templates templates;
    private final History history;
    private final Clock clock;

    TemplateActions(Templates templates, History history, Clock clock) {
        this.templates = templates;
        this.history = history;
        this.clock = clock;
    }

    static boolean allows(Caller caller, DocumentKind kind) {
        return caller.mayWrite() && kind.isKeptBy(caller);
    }

    static void check(Caller caller, DocumentKind kind) {
        if (!allows(caller, kind)) {
            throw Refusal.notAllowed();
        }
    }

    /** The file has been checked. */
    @Transactional
    void put(DocumentKind kind, StoredFile file) {
        var caller = Caller.current();
        check(caller, kind);
        templates.put(new Templates.Template(kind.key(), file.id(), clock.instant()), caller.seatId());
        history.record(Line.of("document.template-changed", "file", file.id())
                .with("kind", kind.key())
                .with("name", file.name()));
    }

    @Transactional
    void remove(DocumentKind kind) {
        check(Caller.current(), kind);
        var template = templates.find(kind.key());
        if (template.isPresent() && templates.delete(kind.key())) {
            history.record(
                    Line.of("document.template-removed", "file", template.get().fileId())
                            .with("kind", kind.key()));
        }
    }
}
