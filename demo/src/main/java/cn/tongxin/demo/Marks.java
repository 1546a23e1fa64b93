package cn.tongxin.demo;

import cn.tongxin.stand.Folders;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.StandException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a stand notes in its folder: that it is running, and whether its demo came in whole. */
final class Marks {
    private final Path folder;
    private final Path lock;
    private final Path loading;

    Marks(Path folder) {
        this.folder = folder;
        this.lock = folder.resolve("running.lock");
        this.loading = folder.resolve("demo-loading");
    }

    /** Held until it is closed; two stands over one folder would stop each other's parts. */
    AutoCloseable lock() throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // refused below
        }
        channel.close();
        throw new StandException("Another bin/dev is running over " + folder
                + ". Stop it, or set TONGXIN_DATA to another folder and the ports to others.");
    }

    void loading() throws IOException {
        Files.writeString(loading, "");
    }

    void loaded() throws IOException {
        Files.delete(loading);
    }

    boolean isHalfLoaded() {
        return Files.exists(loading);
    }

    /** All but the lock; nothing where the folder is not a stand's. */
    void deleteOthers() throws IOException {
        try (var all = Files.list(folder)) {
            if (!Files.exists(folder.resolve(Secrets.FILE)) && all.anyMatch(it -> !it.equals(lock))) {
                throw new StandException(
                        folder + " holds files that no stand has made. Set TONGXIN_DATA to another folder.");
            }
        }
        try (var all = Files.list(folder)) {
            for (var each : all.filter(it -> !it.equals(lock)).toList()) {
                Folders.delete(each);
            }
        }
    }
}
