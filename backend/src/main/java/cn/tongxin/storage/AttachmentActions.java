package cn.tongxin.storage;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Files are attached to matters and taken off again, by whoever may edit the matter. */
@Singleton
class AttachmentActions {
    private static final int LONGEST_RECORDING_MS = 60_000;

    private final Attachments attachments;
    private final StoredFiles files;
    private final FileLimits limits;
    private final History history;
    private final Clock clock;

    AttachmentActions(Attachments attachments, StoredFiles files, FileLimits limits, History history, Clock clock) {
        this.attachments = attachments;
        this.files = files;
        this.limits = limits;
        this.history = history;
        this.clock = clock;
    }

    /** One attaches what one has uploaded. A repeat changes nothing. */
    @Transactional
    AttachmentsView attach(String type, UUID id, UUID file) {
        var subject = editable(type, id);
        var seat = Caller.current().seatId();
        var attached = files.find(file).filter(one -> one.isOf(seat)).orElseThrow(Refusal::notFound);
        checkIsHeardOut(attached);
        var there = attachments.of(type, id);
        var max = limits.maxPerMatter();
        if (there.size() >= max && !there.contains(attached)) {
            throw Refusal.unprocessable("file.too-many", "A matter carries at most " + max + " files.")
                    .with("max", max);
        }
        if (attachments.insert(type, id, file, seat, clock.instant())) {
            history.record(Line.of(subject.area() + ".attached", type, id)
                    .with("file", file)
                    .with("name", attached.name()));
        }
        return view(subject, id);
    }

    /** A recording says one thing; who must listen to it has many to listen to. */
    private static void checkIsHeardOut(StoredFile file) {
        if (file.lengthMs() != null && file.lengthMs() > LONGEST_RECORDING_MS) {
            throw Refusal.unprocessable("file.recording-too-long", "A recording of a minute at the most.")
                    .with("maxMs", LONGEST_RECORDING_MS);
        }
    }

    /** 404 for what does not hang there. */
    @Transactional
    AttachmentsView takeOff(String type, UUID id, UUID file) {
        var subject = editable(type, id);
        if (!attachments.delete(type, id, file)) {
            throw Refusal.notFound();
        }
        history.record(Line.of(subject.area() + ".detached", type, id).with("file", file));
        return view(subject, id);
    }

    AttachmentsView list(String type, UUID id) {
        return view(visible(type, id), id);
    }

    private AttachmentsView view(AttachmentSubject subject, UUID id) {
        return AttachmentsView.of(attachments.of(subject.type(), id), subject.edits(id), limits);
    }

    private AttachmentSubject editable(String type, UUID id) {
        var subject = visible(type, id);
        subject.lock(id);
        if (!subject.edits(id)) {
            throw Refusal.notAllowed();
        }
        return subject;
    }

    /** An unknown kind of matter, an unknown matter and one out of sight are the same 404. */
    private AttachmentSubject visible(String type, UUID id) {
        return attachments.subject(type).filter(subject -> subject.sees(id)).orElseThrow(Refusal::notFound);
    }
}
